import type { Json } from '#core/units';

/** Values that Postman makes up, by their names there, as this language makes them. */
const DYNAMIC: { readonly [name: string]: string } = {
  $guid: '$uuid',
  $randomUUID: '$uuid',
  $timestamp: '$timestamp',
  $isoTimestamp: '$now',
  $randomInt: '$randomInt(0,1000)',
  $randomBoolean: '$choice(true,false)',
  $randomAlphaNumeric: '$randomString(1)',
  $randomPassword: '$randomString(15)',
  $randomEmail: '$fake.email',
  $randomExampleEmail: '$fake.email',
  $randomUserName: '$fake.word',
  $randomFirstName: '$fake.firstName',
  $randomLastName: '$fake.lastName',
  $randomFullName: '$fake.fullName',
  $randomStreetAddress: '$fake.street',
  $randomStreetName: '$fake.street',
  $randomCity: '$fake.city',
  $randomCountry: '$fake.country',
  $randomPhoneNumber: '$fake.phone',
  $randomPhoneNumberExt: '$fake.phone',
  $randomCompanyName: '$fake.company',
  $randomProductName: '$fake.word',
  $randomProduct: '$fake.word',
  $randomWord: '$fake.word',
  $randomNoun: '$fake.word',
  $randomWords: '$fake.sentence',
  $randomLoremWord: '$fake.word',
  $randomLoremSentence: '$fake.sentence',
  $randomLoremParagraph: '$fake.sentence',
  $randomDateFuture: '$now+30d',
  $randomDatePast: '$now-30d',
  $randomDateRecent: '$now-1d',
  $randomCurrencyCode: '$choice(EUR,USD,GBP)',
  $randomPrice: '$randomInt(1,1000)',
};

/** The expression between the braces for one of Postman's dynamic variables; undefined where there is none like it. */
export const dynamicVariable = (name: string): string | undefined =>
  Object.hasOwn(DYNAMIC, name) ? DYNAMIC[name] : undefined;

const whole = (value: Json | undefined): value is number => typeof value === 'number' && Number.isInteger(value);

/** The template for a JavaScript call that makes a value, by the call's name. */
export const generatorNamed = (name: string, first: Json | undefined, second: Json | undefined): string | undefined => {
  switch (name) {
    case 'Date.now':
    case 'new Date.getTime':
    case 'new Date.valueOf':
      return '{{$now|epochMs}}';
    case 'new Date.toISOString':
    case 'new Date.toJSON':
      return '{{$now}}';
    case 'crypto.randomUUID':
    case 'uuid.v4':
    case 'uuid':
    case 'uuidv4':
      return '{{$uuid}}';
    case '_.random':
      return whole(first) && whole(second) ? `{{$randomInt(${String(first)},${String(second)})}}` : undefined;
    default:
      return undefined;
  }
};
