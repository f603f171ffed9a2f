/** Login, profile, administration, preferences. */
import type { IncomingMessage } from 'node:http';
import { callerOf, visitorOf } from './callers.ts';
import { hashOf, nextId, type Garage, type User } from './garage-state.ts';
import { fieldsOf, headerOf, isFields, Refusal, textField, type Answer, type Fields } from './http-answer.ts';
import { issueToken } from './token.ts';

const WRONG_MAX = 10;

/** @throws Refusal 401, 429 */
const checkPassword = (garage: Garage, name: string, password: string): User => {
  const { flaws, wrong, users } = garage;
  const before = wrong.get(name) ?? 0;
  if (before >= WRONG_MAX && !flaws.has('login-unlimited'))
    throw new Refusal(429, 'too many wrong passwords', { 'retry-after': '60' });
  const user = users.get(name);
  if (user !== undefined && hashOf(password) === user.passwordHash) return user;
  wrong.set(name, before + 1);
  if (user !== undefined && flaws.has('login-tells-names')) throw new Refusal(401, 'the password is wrong');
  if (user === undefined && flaws.has('login-tells-names')) throw new Refusal(401, 'nobody is called that');
  throw new Refusal(401, 'name or password is wrong');
};

/** Who a careless query would find without the right password. */
const foundCarelessly = ({ flaws, users }: Garage, { username, password }: Fields): User | undefined => {
  if (flaws.has('login-operators') && isFields(password) && typeof password['$ne'] === 'string')
    return users.get(String(username));
  const condition = typeof username === 'string' ? /' OR '(\w+)'='(\w+)$/u.exec(username) : null;
  return flaws.has('login-sql') && condition !== null && condition[1] === condition[2] ? users.get('cora') : undefined;
};

export const login = (garage: Garage, fields: Fields): Answer => {
  const careless = foundCarelessly(garage, fields);
  if (careless !== undefined) return { status: 200, body: { token: issueToken(garage, careless.name) } };
  const user = checkPassword(garage, textField(fields, 'username'), textField(fields, 'password'));
  return { status: 200, body: { token: issueToken(garage, user.name) } };
};

/** A session for a browser: a cookie, and a token that its pages send with each write. */
export const openVisit = (garage: Garage, fields: Fields): Answer => {
  const user = checkPassword(garage, textField(fields, 'username'), textField(fields, 'password'));
  const session = `${nextId(garage)}${hashOf(`${user.name}${String(garage.next)}`).slice(0, 20)}`;
  garage.sessions.set(session, user.name);
  const flags = garage.flaws.has('cookie-bare') ? '' : '; HttpOnly; Secure; SameSite=None';
  return {
    status: 200,
    body: { csrf: csrfOf(session) },
    headers: { 'set-cookie': `garage_session=${session}; Path=/${flags}` },
  };
};

export const csrfOf = (session: string): string => hashOf(`csrf ${session}`).slice(0, 24);

const THEMES = ['light', 'dark'];

export const savePreferences = (garage: Garage, request: IncomingMessage, text: string): Answer => {
  const { user, session } = visitorOf(garage, request);
  const isOpen = garage.flaws.has('csrf-open');
  if (!isOpen && headerOf(request, 'x-csrf-token') !== csrfOf(session))
    throw new Refusal(403, 'expected the token of the page');
  const form = headerOf(request, 'content-type')?.startsWith('application/x-www-form-urlencoded') === true;
  const fields = isOpen && form ? Object.fromEntries(new URLSearchParams(text)) : fieldsOf(request, text);
  const theme = textField(fields, 'theme');
  if (!THEMES.includes(theme)) throw new Refusal(422, `theme must be one of ${THEMES.join(', ')}`);
  user.theme = theme;
  return { status: 200, body: { theme } };
};

const shownUser = ({ flaws }: Garage, user: User): Fields => ({
  name: user.name,
  displayName: user.displayName,
  role: user.role,
  credit: user.credit,
  ...(flaws.has('profile-shows-hash') ? { passwordHash: user.passwordHash } : {}),
  ...(flaws.has('profile-shows-more') ? { warehouse: 'north' } : {}),
});

export const profile = async (garage: Garage, request: IncomingMessage): Promise<Answer> => ({
  status: 200,
  body: shownUser(garage, await callerOf(garage, request)),
});

export const changeProfile = async (garage: Garage, request: IncomingMessage, text: string): Promise<Answer> => {
  const user = await callerOf(garage, request);
  const fields = fieldsOf(request, text);
  user.displayName = textField(fields, 'displayName');
  if (garage.flaws.has('profile-takes-all')) {
    if (typeof fields['role'] === 'string') user.role = fields['role'];
    if (typeof fields['credit'] === 'number') user.credit = fields['credit'];
  }
  return { status: 200, body: shownUser(garage, user) };
};

/** @throws Refusal 403 */
const onlyAdmin = async (garage: Garage, request: IncomingMessage, isForAll: boolean): Promise<void> => {
  const { role } = await callerOf(garage, request);
  if (role !== 'admin' && !isForAll) throw new Refusal(403, 'only administrators may');
};

export const listUsers = async (garage: Garage, request: IncomingMessage): Promise<Answer> => {
  await onlyAdmin(garage, request, garage.flaws.has('admin-for-all'));
  return { status: 200, body: { users: [...garage.users.values()].map(({ name, role }) => ({ name, role })) } };
};

export const addArticle = async (garage: Garage, request: IncomingMessage, text: string): Promise<Answer> => {
  await onlyAdmin(garage, request, false);
  const fields = fieldsOf(request, text);
  const article = { sku: `N${nextId(garage)}`, name: textField(fields, 'name'), price: 10 };
  garage.articles.set(article.sku, article);
  return { status: 201, body: article, headers: { location: `/v2/admin/articles/${article.sku}` } };
};

export const removeArticle = async (garage: Garage, request: IncomingMessage, sku: string): Promise<Answer> => {
  await onlyAdmin(garage, request, garage.flaws.has('admin-removal-for-all'));
  if (!garage.articles.delete(sku)) throw new Refusal(404, 'there is nothing here');
  return { status: 204 };
};
