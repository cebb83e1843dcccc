import type { Me } from "@hellojohn/contract";
import { currentOf } from "@hellojohn/contract/errors";
import type { QueryClient, QueryKey, UseMutationOptions } from "@tanstack/react-query";
import type { HelloJohnClient } from "../client/index.js";
import { overlaps } from "./guess.js";
import { keys } from "./keys.js";
import { meOptions } from "./queries.js";

/** Refuses a change when the person has another version by now: `mutate({ ...changes, [atVersion]: 3 })`. */
export const atVersion: unique symbol = Symbol("atVersion");

/** The version a change is meant for; without it, changes made elsewhere are merged unless they overlap. */
export interface AtVersion {
  [atVersion]?: number | undefined;
}

/** What is shown before it is saved. */
export interface Guess {
  queryKey: QueryKey;
  /** Shows the change on top of what the server says. */
  apply: (me: Me) => Me;
}

/** Options for `useMutation`. */
export type WriteOf<Reply, Input = void> = UseMutationOptions<Reply, Error, Input, Guess>;

interface MeWrite<Input> {
  name: string;
  send: (input: Input, version: number | undefined) => Promise<Me>;
  guess: (me: Me, input: Input) => Me;
  versionOf: (input: Input) => number | undefined;
}

/** What the server said, by what is shown in its place while changes wait to be saved. */
const told = new WeakMap<Me, Me>();
const toldOf = (shown: Me) => told.get(shown) ?? shown;

/** Shows what the server said with what still waits to be saved on top, unless someone else is here by now. */
export function settleMe(client: HelloJohnClient, cache: QueryClient, me: Me, done?: object): void {
  const session = client.session.get();
  if (session.status !== "signed-in" || session.userId !== me.id) return;
  const waiting = cache
    .getMutationCache()
    .findAll({ mutationKey: keys.all, status: "pending" })
    .filter(({ state }) => state.variables !== done);
  cache.setQueryData(meOptions(client).queryKey, (now) => {
    if (now && now.version > me.version) return now;
    let shown = me;
    for (const { state } of waiting)
      shown = (state.context as Partial<Guess> | undefined)?.apply?.(shown) ?? shown;
    told.set(shown, me);
    return shown;
  });
}

/** A change of the signed-in person: shown at once, saved one after the other, taken back when refused. */
export function meMutation<Input extends object>(
  client: HelloJohnClient,
  { name, send, guess, versionOf }: MeWrite<Input>,
): WriteOf<Me, Input> {
  /** Tries again with what someone else changed meanwhile, where that is something else. */
  async function save(input: Input, me: Me | undefined, merges: number): Promise<Me> {
    const version = versionOf(input);
    try {
      return await send(input, version ?? me?.version);
    } catch (error) {
      const current = currentOf(error) as Me | undefined;
      if (!current || !me || version !== undefined || merges === 0) throw error;
      if (overlaps(me, guess(me, input), current)) throw error;
      return save(input, current, merges - 1);
    }
  }

  return {
    mutationKey: [...keys.all, name],
    networkMode: "always",
    // A new address comes with a password, which leaves the cache with the save.
    gcTime: 0,
    // One save at a time, so that each starts from the version the last one made.
    scope: { id: "hellojohn.me" },
    mutationFn: (input, { client: cache }) => {
      const shown = cache.getQueryData(meOptions(client).queryKey);
      return save(input, shown && toldOf(shown), 3);
    },
    async onMutate(input, { client: cache }) {
      const { queryKey } = meOptions(client);
      await cache.cancelQueries({ queryKey });
      cache.setQueryData(queryKey, (now) => {
        if (!now) return now;
        const shown = guess(now, input);
        told.set(shown, toldOf(now));
        return shown;
      });
      return { queryKey, apply: (me) => guess(me, input) };
    },
    onError(error, input, guessed, { client: cache }) {
      if (!guessed) return;
      const { queryKey } = guessed;
      const shown = cache.getQueryData<Me>(queryKey);
      const me = (currentOf(error) as Me | undefined) ?? (shown && toldOf(shown));
      if (me) settleMe(client, cache, me, input);
      // Whether a save whose answer was lost came through, the server knows.
      void cache.invalidateQueries({ queryKey });
    },
    onSuccess: (me, input, _guessed, { client: cache }) => settleMe(client, cache, me, input),
  };
}
