/** The same bytes, as fast as they are taken; a fault is told in our words. */
export function retold(
  bytes: ReadableStream<Uint8Array>,
  tell: (fault: unknown) => unknown,
): ReadableStream<Uint8Array> {
  const reader = bytes.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (fault) {
        controller.error(tell(fault));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
