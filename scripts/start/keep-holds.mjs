/** Puts into effect what offices have ordered of legal holds, for as long as everything runs: this process alone has the login of the ledger's owner. */
import { systemClock } from '../../packages/shared/dist/clock.js';
import { withConnection } from '../../packages/shared/dist/postgres/connect.js';

const EVERY_MS = 5000;
const ARE_ANY = 'select exists (select from audit_hold_order where carried_out_at is null) as are';

/** Looks now and then, and says what it did, the same once; nothing is loaded before there is an order. */
export function keepHolds({ ownerUrl, serviceUrl }, { say, ended }) {
  let isAtIt = false;
  let said = '';
  async function look() {
    const { rows } = await withConnection(ownerUrl, (owner) => owner.query(ARE_ANY));
    if (!rows[0].are) return;
    const { carryOutOrders } = await import('../../packages/ledger/dist/hold/carry-out.js');
    sayOnce((await carryOutOrders({ ownerUrl, serviceUrl, clock: systemClock })).join('; '));
  }
  function sayOnce(line) {
    if (line !== said) say(`legal holds: ${line}`);
    said = line;
  }
  const timer = setInterval(() => {
    if (isAtIt) return;
    isAtIt = true;
    look()
      .catch((error) => sayOnce(`not carried out: ${error.message}`))
      .finally(() => {
        isAtIt = false;
      });
  }, EVERY_MS).unref();
  ended.then(() => clearInterval(timer));
}
