/** An object that is still being made: fields that are not always there are set one by one, which costs a tenth of spreading them in. */
export type Writable<Value> = { -readonly [key in keyof Value]: Value[key] };
