import { webAssets } from 'double-random:web-assets';
import { createWebHandler } from '../web/kit/http/webHandler.ts';
import { runtimeApp } from './dependencies.ts';

export const handler = createWebHandler(runtimeApp(webAssets));
