import { HelloJohnError } from "@hellojohn/contract/errors";
import type { HelloJohn } from "@hellojohn/node";
import { userId } from "../find-user.js";
import { endsAll, failed } from "./outcome.js";
import type { Batch, Step } from "./run-batch.js";

/** As many calls run side by side. */
const size = 5;

/** For what the API does to one user at a time: each has her own outcome, and none stops the rest. */
export function oneByOne(
  hj: HelloJohn,
  done: string,
  call: (id: string) => Promise<unknown>,
): Pick<Batch, "size" | "act"> {
  const act = async (users: readonly string[]): Promise<Step> => {
    let ending: HelloJohnError | undefined;
    const one = async (user: string) => {
      try {
        await call(await userId(hj, user));
        return { user, outcome: done, code: null };
      } catch (error) {
        if (!HelloJohnError.is(error)) throw error;
        if (endsAll(error)) ending = error;
        return failed(user, error);
      }
    };
    return { outcomes: await Promise.all(users.map(one)), error: ending };
  };
  return { size, act };
}
