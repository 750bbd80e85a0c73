import { webAssets } from 'double-random:web-assets';
import { once } from '../../shared/adapters/once.ts';
import { createWebHandler, type WebHandler } from '../web/kit/http/webHandler.ts';
import { runtimeParts } from './dependencies.ts';
import { identityApp } from './identityApp.ts';

const web = once(() => createWebHandler(identityApp({ ...runtimeParts(), assets: webAssets })));

/** The pages of the office that reach the vault (API Gateway HTTP API, payload format 2.0). */
export const handler: WebHandler = (event, context) => web()(event, context);
