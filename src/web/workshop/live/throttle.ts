/** Calls at once, and while calls go on at most every `everyMs`; the last one is never lost. */
export function throttle(call: () => void, everyMs: number): { request: () => void; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let isWaiting = false;

  function run(): void {
    isWaiting = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (isWaiting) run();
    }, everyMs);
    timer.unref();
    call();
  }

  return {
    request: () => {
      if (timer) isWaiting = true;
      else run();
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      isWaiting = false;
    },
  };
}
