import type { Request } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** One line a request: id, method, route pattern, status, time. Never an address, a query or a body: they name cities and people. */
export function requestLog(log: Logger, newId: () => string) {
  return pinoHttp<Request>({
    logger: log,
    genReqId: (_req, res) => {
      const id = newId();
      res.setHeader('X-Request-Id', id);
      return id;
    },
    quietReqLogger: true,
    serializers: {
      req: () => undefined,
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      err: ({ type }: { type: string }) => ({ type }),
    },
    customSuccessObject: (req, _res, line) => ({ ...line, method: req.method, route: routeOf(req) }),
    customErrorObject: (req, _res, _error, line) => ({ ...line, method: req.method, route: routeOf(req) }),
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'error' : 'info'),
  });
}

function routeOf(req: Request): string {
  return typeof req.route?.path === 'string' ? req.route.path : 'none';
}
