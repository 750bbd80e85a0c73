import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
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

/** Requests a second, and the burst above them. */
export interface Throttle {
  readonly rateLimit: number;
  readonly burstLimit: number;
}

export interface Route {
  readonly method: HttpMethod;
  readonly path: string;
  readonly function: string;
  /** A limit of its own: what it takes, and what it refuses, is nothing to the other routes. */
  readonly throttle?: Throttle;
}

export interface ApiDeclaration {
  readonly description: string;
  /** For every route that has none of its own. */
  readonly throttle: Throttle;
  /** Whether the access log names the caller's address: of people of the office yes, of the public never. */
  readonly logsAddress: boolean;
  readonly routes: readonly Route[];
}

/** The public form: far above a busy day, a filing being some forty requests. */
const formThrottle: Throttle = { rateLimit: 200, burstLimit: 400 };

/**
 * Filings, of which the longest writes more than a hundred units at once: what passes here leaves the fuse of the tables
 * (`tables.ts`) to the rest of the office, above all to the draw. Still eighteen thousand an hour.
 */
const sendThrottle: Throttle = { rateLimit: 5, burstLimit: 20 };

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
      { method: HttpMethod.GET, path: '/complaints/wishes', function: 'identity' },
      { method: HttpMethod.GET, path: '/complaints/erasure', function: 'identity' },
      { method: HttpMethod.POST, path: '/complaints/erasure/{act}', function: 'identity' },
      { method: HttpMethod.GET, path: '/complaints/{id}/identity', function: 'identity' },
      { method: HttpMethod.POST, path: '/complaints/{id}/identity/{act}', function: 'identity' },
      { method: HttpMethod.POST, path: '/complaints/{id}/split', function: 'identity' },
      { method: HttpMethod.POST, path: '/complaints/{id}/breach', function: 'identity' },
      { method: HttpMethod.ANY, path: '/', function: 'console' },
      { method: HttpMethod.ANY, path: '/{proxy+}', function: 'console' },
    ],
  },
  public: {
    description:
      'Signed links of agencies and witnesses, receipt codes, and the public form for complaints and reports',
    logsAddress: false,
    throttle: { rateLimit: 50, burstLimit: 100 },
    routes: [
      { method: HttpMethod.POST, path: '/complain/send', function: 'intake', throttle: sendThrottle },
      { method: HttpMethod.ANY, path: '/complain', function: 'intake', throttle: formThrottle },
      { method: HttpMethod.ANY, path: '/complain/{proxy+}', function: 'intake', throttle: formThrottle },
      // Stylesheets and scripts, loaded once by every browser: of the form's pages too.
      { method: HttpMethod.GET, path: '/assets/{proxy+}', function: 'links', throttle: formThrottle },
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
      const made = this.api.addRoutes({ path: route.path, methods: [route.method], integration: known });
      // Settings of a route that is not there yet are refused.
      if (route.throttle !== undefined) this.stage.node.addDependency(...made);
    }
    this.limitRoutes(declared.routes);
  }

  /** The construct of the stage knows one limit for all routes; those of single ones are set on its resource. */
  private limitRoutes(routes: readonly Route[]): void {
    const limited = routes.flatMap(({ method, path, throttle }) =>
      throttle === undefined
        ? []
        : [
            [
              `${method} ${path}`,
              { ThrottlingRateLimit: throttle.rateLimit, ThrottlingBurstLimit: throttle.burstLimit },
            ] as const,
          ],
    );
    const resource = this.stage.node.defaultChild;
    if (limited.length === 0) return;
    if (!(resource instanceof CfnStage)) throw new Error('the stage has no resource');
    resource.routeSettings = Object.fromEntries(limited);
  }
}

function integrate(name: string, handler: IFunction): HttpLambdaIntegration {
  return new HttpLambdaIntegration(name, handler, { payloadFormatVersion: PayloadFormatVersion.VERSION_2_0 });
}
