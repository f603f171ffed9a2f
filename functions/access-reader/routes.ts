import { whyIgnored } from '#core/issuers';
import { trustRuleView } from '#core/trust-rule-view';
import type { ApiUseCases } from '#ports/api';
import { listTrustRules } from './list-trust-rules.ts';
import type { ListTrustRulesPorts } from './list-trust-rules.ts';
import { whoami } from './whoami.ts';

/** The routes of this function, each with its use case. */
export const accessReaderRoutes = (ports: ListTrustRulesPorts): ApiUseCases<'listTrustRules' | 'whoami'> => {
  const list = listTrustRules(ports);
  return {
    listTrustRules: async ({ principal }, signal) => ({
      status: 200,
      body: {
        items: (await list({ principal }, signal)).map((rule) => trustRuleView(rule, whyIgnored(ports.issuers, rule))),
      },
    }),
    whoami: async ({ principal }) => ({ status: 200, body: whoami(principal) }),
  };
};
