/** Waits for the work, but no longer than so many ms. */
export async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const waited = new Promise<void>(resolve => {
    late = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, waited]);
  clearTimeout(late);
}
