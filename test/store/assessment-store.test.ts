import { assessmentStoreContract } from './assessment-store-contract.ts';
import { openStore } from './open-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

assessmentStoreContract('the lowdb store', async context => {
  const folder = await temporaryFolder(context);
  const store = await openStore(folder);
  return {
    store,
    reopen: async () => {
      await store.close();
      return openStore(folder);
    },
  };
});
