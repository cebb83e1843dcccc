import { camelCase, currentOf, HelloJohnError, readAnswer } from "@hellojohn/contract";
import { bytesOf, exchange, type Outgoing } from "./exchange.js";
import { delayBefore, sleep } from "./retry.js";
import { hide } from "./secrecy.js";
import type { Settings } from "./settings.js";

export interface Sent extends Outgoing {
  /** What a later try does not find any more was removed by an earlier one, whose answer was lost. */
  removes?: boolean | undefined;
}

const readText = async (response: Response, { secretKey }: Settings): Promise<unknown> =>
  readAnswer(response, hide(await response.text(), secretKey));

/** A conflict with what was sent itself: the first try was heard, and its answer was lost. */
function isOurs(current: unknown, { body = "{}" }: Sent): boolean {
  const known = current as Record<string, unknown>;
  return Object.entries(JSON.parse(body)).every(
    ([name, value]) => known[camelCase(name)] === value,
  );
}

/** Sends, and sends again what failed by weather. A POST carries a key that makes its effect happen once. */
export async function send(settings: Settings, sent: Sent): Promise<unknown> {
  for (let attempt = 0; ; attempt++) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      return await exchange(settings, sent, async (response) =>
        sent.streams && response.ok ? bytesOf(response, settings) : readText(response, settings),
      );
    } catch (error) {
      const isLater = attempt > 0 && HelloJohnError.is(error);
      const current = isLater ? currentOf(error) : undefined;
      if (current && isOurs(current, sent)) return current;
      if (isLater && sent.removes && error.status === 404) return undefined;
      const delay = delayBefore(error, attempt);
      if (delay === undefined || attempt >= settings.maxRetries) throw error;
      // oxlint-disable-next-line no-await-in-loop -- see above
      await sleep(delay, sent.signal);
    }
  }
}
