import { trustRuleView } from '#core/trust-rule-view';
import type { ApiUseCases } from '#ports/api';
import { addTrustRule } from './add-trust-rule.ts';
import type { TrustRulePorts } from './add-trust-rule.ts';
import { removeTrustRule } from './remove-trust-rule.ts';

/** The routes of this function, each with its use case. */
export const accessWriterRoutes = (ports: TrustRulePorts): ApiUseCases<'addTrustRule' | 'removeTrustRule'> => {
  const add = addTrustRule(ports);
  const remove = removeTrustRule(ports);
  return {
    addTrustRule: async ({ principal, requestId, body }, signal) => ({
      status: 201,
      body: trustRuleView(await add({ principal, requestId, request: body }, signal)),
    }),
    removeTrustRule: async ({ principal, requestId, path }, signal) => {
      await remove({ principal, requestId, rule: path.rule }, signal);
      return { status: 204 };
    },
  };
};
