/** Like Promise.all over map, with so many at work at a time; after a failure no further one is begun. */
export async function mapBounded<In, Out>(
  inputs: readonly In[],
  limit: number,
  work: (input: In) => Promise<Out>,
): Promise<Out[]> {
  const outputs: Out[] = [];
  const waiting = [...inputs.entries()].reverse();
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [index, input] = next;
      outputs[index] = await work(input).catch(error => {
        waiting.length = 0;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return outputs;
}
