/** Loads a module when it is first asked for, once. A load that fails fails only who asked; whoever asks next tries again. */
export function onDemand<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let loaded: Promise<Module> | undefined;
  return () => {
    loaded ??= load().catch(error => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}
