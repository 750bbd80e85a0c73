import { visitScripts } from 'double-random:visit-scripts';
import { webAssets } from 'double-random:web-assets';
import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { once } from '../../shared/adapters/once.ts';
import { requestLog } from '../web/kit/http/requestLog.ts';
import { createWebHandler } from '../web/kit/http/webHandler.ts';
import { consoleApp } from './consoleApp.ts';
import { dependencies } from './dependencies.ts';

const logger = new Logger({ serviceName: 'console' });

const web = once(async () => {
  const { deps, sessions } = dependencies();
  // Only the store's client knows its address; signing a form asks nobody.
  const { url } = await deps.uploads.form('origin', `${deps.consoleUrl}/`);
  return createWebHandler(
    consoleApp({
      deps,
      sessions,
      assets: webAssets,
      visitScripts,
      log: requestLog({
        info: (message, fields) => logger.info(message, fields),
        error: (message, fields) => logger.error(message, fields),
      }),
      uploadOrigin: new URL(url).origin,
    }),
  );
});

/** The pages of the office (API Gateway HTTP API, payload format 2.0). */
export async function handler(event: APIGatewayProxyEventV2, context: Context) {
  return (await web())(event, context);
}
