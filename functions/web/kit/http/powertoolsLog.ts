import { Logger } from '@aws-lambda-powertools/logger';
import { type RequestLog, requestLog } from './requestLog.ts';

/** One structured line per request in CloudWatch, with the allowed keys only. */
export function powertoolsLog(service: string): RequestLog {
  const logger = new Logger({ serviceName: service, logLevel: 'INFO' });
  return requestLog({
    info: (message, fields) => logger.info(message, fields),
    error: (message, fields) => logger.error(message, fields),
  });
}
