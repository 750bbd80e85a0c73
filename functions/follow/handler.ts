import { webAssetLinks } from 'double-random:web-asset-links';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { once } from '../../shared/adapters/once.ts';
import { createWebHandler } from '../web/kit/http/webHandler.ts';
import { runtimeApp } from './dependencies.ts';

const web = once(async () => createWebHandler(await runtimeApp(webAssetLinks)));

/** The pages on which somebody follows a complaint or report (API Gateway HTTP API, payload format 2.0). */
export async function handler(event: APIGatewayProxyEventV2, context: Context) {
  return (await web())(event, context);
}
