import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assay } from '../local/assay-command.ts';
import { forget, startCloud, TENANT, type Cloud } from '../local/cloud.ts';
import { startShopProcess, storePassword, writeShopFiles } from '../local/shop.ts';
import { admit } from '../local/trust.ts';

export interface ShopOnCloud {
  readonly cloud: Cloud;
  readonly token: string;
  stop(): Promise<void>;
}

/** A one-machine cloud of its own with the example shop's service, environment and suites pushed. */
export const startShopOnCloud = async (): Promise<ShopOnCloud> => {
  const cloud = await startCloud({ settings: { SFN_WAIT_SCALE: '0' } });
  const files = mkdtempSync(path.join(os.tmpdir(), 'assay-bench-'));
  const stop = async (): Promise<void> => {
    await cloud.stop();
    forget(cloud);
    rmSync(files, { recursive: true, force: true });
  };
  try {
    const claims = await admit(cloud, { tenant: TENANT, role: 'editor', subject: 'bench', payloadRead: true });
    const token = await cloud.tokenFor(claims, { lifetimeSeconds: 1800 });
    const shop = await startShopProcess(cloud.children);
    await storePassword(cloud.endpoint, shop.password);
    writeShopFiles(files, shop.url);
    const pushed = await assay({ args: ['push', '.'], url: cloud.url, identity: { ASSAY_TOKEN: token }, cwd: files });
    if (pushed.exitCode !== 0)
      throw new Error(`pushing the shop ended with ${String(pushed.exitCode)}: ${pushed.stderr}`);
    return { cloud, token, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
