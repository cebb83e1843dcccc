/** Walks a list page by page; the next page is asked for when it is needed, and none is kept. */
export async function* everyPage<T>(
  from: string | null | undefined,
  read: (cursor: string | undefined) => Promise<{ data: T[]; nextCursor: string | null }>,
): AsyncGenerator<T, void, undefined> {
  let cursor = from;
  do {
    // oxlint-disable-next-line no-await-in-loop -- a page tells where the next one begins
    const page = await read(cursor ?? undefined);
    yield* page.data;
    cursor = page.nextCursor;
  } while (cursor);
}
