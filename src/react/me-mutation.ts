import { HelloJohnError, type Me } from "@hellojohn/contract";
import type { QueryClient, QueryKey, UseMutationOptions } from "@tanstack/react-query";
import type { HelloJohnClient } from "../client/index.js";
import { overlaps, takeBack } from "./guess.js";
import { keys } from "./keys.js";
import { meOptions } from "./queries.js";

/** Refuses a change when the person has another version by now: `mutate({ ...changes, [atVersion]: 3 })`. */
export const atVersion: unique symbol = Symbol("atVersion");

/** The version a change is meant for; without it, changes made elsewhere are merged unless they overlap. */
export interface AtVersion {
  [atVersion]?: number | undefined;
}

/** What the cache showed when a change was asked for, and what it showed then in its place. */
export interface Guess {
  queryKey: QueryKey;
  before: Me | undefined;
  guessed: Me | undefined;
  /** Shows the change on top of what the server said meanwhile. */
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

const currentOf = (error: unknown): Me | undefined =>
  HelloJohnError.is(error) && error.code === "version_conflict"
    ? (error.current as Me | undefined)
    : undefined;

/** Guesses by what was asked for; a mutation in flight may be given new options, and finds its guess here. */
const guesses = new WeakMap<object, Guess>();

/** Puts what the server said into the cache, with what still waits to be saved on top, unless someone else is here by now. */
export function settleMe(client: HelloJohnClient, cache: QueryClient, me: Me, done?: object): void {
  const session = client.session.get();
  if (session.status !== "signed-in" || session.userId !== me.id) return;
  const waiting = cache
    .getMutationCache()
    .findAll({ mutationKey: keys.all, status: "pending" })
    .map(({ state }) => state.variables)
    .filter((input) => typeof input === "object" && input !== null && input !== done)
    .map((input) => guesses.get(input as object)?.apply);
  cache.setQueryData(meOptions(client).queryKey, (now) =>
    now && now.version > me.version
      ? now
      : waiting.reduce((shown, apply = (it) => it) => apply(shown), me),
  );
}

/** A change of the signed-in person: shown at once, saved one after the other, taken back when refused. */
export function meMutation<Input extends object>(
  client: HelloJohnClient,
  { name, send, guess, versionOf }: MeWrite<Input>,
): WriteOf<Me, Input> {
  async function save(input: Input, version: number | undefined, merges: number): Promise<Me> {
    try {
      return await send(input, versionOf(input) ?? version);
    } catch (error) {
      const { before, guessed } = guesses.get(input) ?? {};
      const current = currentOf(error);
      const isFree = current && before && guessed && !overlaps(before, guessed, current);
      if (!isFree || versionOf(input) !== undefined || merges === 0) throw error;
      return save(input, current.version, merges - 1);
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
      const { queryKey } = meOptions(client);
      return save(input, cache.getQueryData(queryKey)?.version, 3);
    },
    async onMutate(input, { client: cache }) {
      const { queryKey } = meOptions(client);
      await cache.cancelQueries({ queryKey });
      const before = cache.getQueryData(queryKey);
      const guessed = before && guess(before, input);
      if (guessed) cache.setQueryData(queryKey, guessed);
      const result: Guess = { queryKey, before, guessed, apply: (me) => guess(me, input) };
      guesses.set(input, result);
      return result;
    },
    onError(error, input, shown, { client: cache }) {
      if (!shown) return;
      const { queryKey, before, guessed } = shown;
      const current = currentOf(error);
      if (current) settleMe(client, cache, current, input);
      else if (before && guessed)
        cache.setQueryData<Me>(queryKey, (now) => now && takeBack(now, before, guessed));
      // A snapshot may hold another save's guess, so the server has the last word.
      void cache.invalidateQueries({ queryKey });
    },
    onSuccess: (me, input, _shown, { client: cache }) => settleMe(client, cache, me, input),
  };
}
