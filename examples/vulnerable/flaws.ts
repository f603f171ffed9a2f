/** The weaknesses that this API can be told to have, by name, with what an attacker then sees. Without any it is meant to have none. */
export const FLAWS = {
  'orders-of-others-read': 'every user reads every order',
  'orders-of-others-written': 'every user changes and removes every order',
  'orders-tell-existence': 'an order of somebody else is 403, one that does not exist 404',
  'coupons-open': 'coupons are read without a token',
  'labels-open': 'labels are printed without a token',
  'any-token': 'coupons are read with any text for a token',
  'login-tells-names': 'a wrong password and an unknown name are refused in different words',
  'login-operators': 'the password of a login may be a query operator',
  'login-sql': 'the name of a login is put into a statement',
  'login-unlimited': 'passwords can be guessed without end',
  'jwt-unchecked': 'signatures of tokens are not checked',
  'jwt-none': 'the algorithm none is accepted',
  'jwt-stripped': 'a token without its signature is accepted',
  'jwt-confused': 'the public key works as a shared secret',
  'jwt-kid-file': 'the key id is a file name',
  'jwt-kid-query': 'the key id is put into a query',
  'jwt-embedded': 'a key inside the token is trusted',
  'jwt-jku': 'a key URL inside the token is fetched and trusted',
  'jwt-weak': 'tokens are signed with a shared secret that everybody guesses',
  'jwt-no-exp': 'tokens have no end',
  'jwt-expired': 'expired tokens are accepted',
  'jwt-early': 'tokens are accepted before their time',
  'jwt-any-audience': 'tokens for other services are accepted',
  'jwt-any-issuer': 'tokens of other issuers are accepted',
  'profile-takes-all': 'a profile keeps every field that is sent, role and credit too',
  'order-takes-price': 'an order keeps the price that is sent',
  'profile-shows-hash': 'a profile shows the hash of its password',
  'profile-shows-more': 'a profile shows a field that the document does not have',
  'no-rate-limit': 'the status page is never limited',
  'no-limit-headers': 'refusals beyond the limit say nothing of it',
  'pages-unbounded': 'a page of articles is as large as one likes',
  'bodies-unbounded': 'bodies are read whatever their size',
  'admin-for-all': 'every user sees what only administrators may',
  'admin-removal-for-all': 'every user removes articles as an administrator does',
  'imports-any-address': 'an import fetches any address',
  'imports-follow': 'an import fetches any address and follows redirects',
  'imports-tell-errors': 'an import fetches any address and only its errors tell',
  'no-nosniff': 'X-Content-Type-Options is missing',
  'no-frame-options': 'X-Frame-Options is missing',
  'xss-filter-on': 'X-XSS-Protection is 1',
  'no-cache-control': 'Cache-Control is missing',
  'no-hsts': 'Strict-Transport-Security is missing',
  banner: 'Server names software and version',
  'cors-any-origin': 'every origin may call with credentials',
  'cors-suffix': 'origins that end like an allowed one may call with credentials',
  'cors-wildcard': 'the wildcard stands beside credentials',
  'cors-null': 'the origin null may call with credentials',
  'csrf-open': 'preferences are written by forms of other sites',
  'cookie-bare': 'the session cookie has no flags',
  'stack-shown': 'errors come with a stack trace',
  'errors-tell-queries': 'a broken request is answered with the query that failed',
  'trace-on': 'TRACE sends requests back',
  'search-sql-error': 'the search is put into a statement, and its errors are shown',
  'search-sql-blind': 'the search is put into a statement',
  'coupons-operators': 'coupon codes may be query operators',
  'greeting-markup': 'the greeting page holds the name as it was sent',
  'feedback-entities': 'entities of XML feedback are expanded',
  'manuals-anywhere': 'names of manuals lead to files outside',
  'ping-shell': 'the host to ping goes through a shell',
  'label-template': 'the text of a label is a template',
  'hidden-method': 'articles can be changed with a method that the document does not have',
  'old-version': 'version 1 still answers',
  'debug-page': 'a page for developers answers',
  'goto-anywhere': 'the redirect leads anywhere',
  'home-elsewhere': 'the home redirect leads to another host',
} as const;

export type FlawName = keyof typeof FLAWS;

export const isFlawName = (name: unknown): name is FlawName => typeof name === 'string' && Object.hasOwn(FLAWS, name);

/** Names between commas; `all` is every one. @throws RangeError for a name that is none */
export const readFlaws = (list: string): FlawName[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .flatMap((name) => {
      if (name === 'all') return Object.keys(FLAWS).filter(isFlawName);
      if (isFlawName(name)) return [name];
      throw new RangeError(`expected all or one of ${Object.keys(FLAWS).join(', ')}, got ${name}`);
    });
