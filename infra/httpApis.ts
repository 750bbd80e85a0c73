import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Lambdas } from './lambdas.ts';

export interface Route {
  readonly method: HttpMethod;
  readonly path: string;
  readonly function: string;
}

export interface ApiDeclaration {
  readonly description: string;
  /** Requests a second, and the burst above them, over all routes of the API. */
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number };
  /** Whether the access log names the caller's address: of people of the office yes, of the public never. */
  readonly logsAddress: boolean;
  readonly routes: readonly Route[];
}

/** The two ways in: the office with a session, and everybody else by a signed link. */
export const apiTable = {
  console: {
    description: 'Console of the office; the functions check session, role and CSRF',
    logsAddress: true,
    throttle: { rateLimit: 50, burstLimit: 100 },
    routes: [
      { method: HttpMethod.GET, path: '/sign-in', function: 'sign-in' },
      { method: HttpMethod.GET, path: '/sign-in/callback', function: 'sign-in' },
      { method: HttpMethod.POST, path: '/sign-out', function: 'sign-in' },
      { method: HttpMethod.ANY, path: '/', function: 'console' },
      { method: HttpMethod.ANY, path: '/{proxy+}', function: 'console' },
    ],
  },
  public: {
    description: 'Signed links and receipt codes; the functions check them',
    logsAddress: false,
    throttle: { rateLimit: 50, burstLimit: 100 },
    routes: [
      { method: HttpMethod.ANY, path: '/follow', function: 'follow' },
      { method: HttpMethod.ANY, path: '/follow/{proxy+}', function: 'follow' },
      { method: HttpMethod.ANY, path: '/', function: 'links' },
      { method: HttpMethod.ANY, path: '/{proxy+}', function: 'links' },
    ],
  },
} as const satisfies Record<string, ApiDeclaration>;

export type ApiName = keyof typeof apiTable;

/**
 * The route, not the path or the query string: both can carry the code of a signed link.
 */
const accessLog = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
};

const callerAddress = { address: '$context.identity.sourceIp' };

/** An HTTP API with its default stage, logged and throttled. */
export class Api extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;

  constructor(scope: Construct, id: string, name: ApiName, lambdas: Lambdas) {
    super(scope, id);
    const declared: ApiDeclaration = apiTable[name];
    this.api = new HttpApi(this, 'Api', {
      apiName: `double-random-${name}`,
      description: declared.description,
      createDefaultStage: false,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: declared.throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLogs', {
            retention: RetentionDays.ONE_YEAR,
            removalPolicy: RemovalPolicy.RETAIN,
          }),
        ),
        format: AccessLogFormat.custom(
          JSON.stringify({ ...accessLog, ...(declared.logsAddress ? callerAddress : {}) }),
        ),
      },
    });
    const integrations = new Map<string, HttpLambdaIntegration>();
    for (const route of declared.routes) {
      const known =
        integrations.get(route.function) ?? integrate(route.function, lambdas.get(route.function));
      integrations.set(route.function, known);
      this.api.addRoutes({ path: route.path, methods: [route.method], integration: known });
    }
  }
}

function integrate(name: string, handler: IFunction): HttpLambdaIntegration {
  return new HttpLambdaIntegration(name, handler, { payloadFormatVersion: PayloadFormatVersion.VERSION_2_0 });
}
