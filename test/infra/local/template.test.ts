// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates and definitions spell their substitutions so
import { expect, test } from 'vitest';
import { resolveStack } from '../../../infra/local/template/stack.ts';
import { readAssembly } from '../../../infra/local/template/template.ts';
import { template, writeAssembly } from './fixtures/stack.ts';

const settings = {
  region: 'cn-north-1',
  account: '000000000000',
  parameters: { ConsoleUrl: 'http://127.0.0.1:8100' },
  awsAddress: 'http://127.0.0.1:8104',
  apiAddress: (logicalId: string) => `http://127.0.0.1/${logicalId}`,
};

function stackOf(change: (given: ReturnType<typeof template>) => void = () => {}) {
  const given = template();
  change(given);
  return resolveStack(readAssembly(writeAssembly(given)), settings);
}

test('names, addresses and ARNs of the local partition replace every intrinsic', () => {
  const stack = stackOf();
  const probe = stack.byLogicalId('FunctionsprobeFunction11111111');
  expect(probe?.properties['Environment']).toEqual({
    Variables: {
      FUNCTION: 'probe',
      CORE_TABLE: 'Core',
      CONSOLE_URL: 'http://127.0.0.1:8100',
      API_URL: 'http://127.0.0.1/ConsoleApi/x',
      MACHINE_ARN: 'arn:aws-cn:states:cn-north-1:000000000000:stateMachine:Machine:live',
      SECRET_ARN: 'arn:aws-cn:secretsmanager:cn-north-1:000000000000:secret:AppSecret',
      KEY_ID: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/),
    },
  });
  expect(stack.outputs).toEqual({
    ApiUrl: 'http://127.0.0.1/ConsoleApi',
    Machine: 'arn:aws-cn:states:cn-north-1:000000000000:stateMachine:Machine',
  });
});

test('a resource whose condition does not hold is left out', () => {
  expect(stackOf().byLogicalId('OnlyWhenRed')).toBeUndefined();
});

test('an unknown resource type stops the start with its name', () => {
  expect(() =>
    stackOf(({ Resources }) => {
      Resources['Url'] = { Type: 'AWS::Lambda::Url', Properties: {} };
    }),
  ).toThrow('Url: the resource type AWS::Lambda::Url cannot be run locally');
});

test('an unknown intrinsic stops the start with its name', () => {
  expect(() =>
    stackOf(({ Resources }) => {
      Resources['Imported'] = {
        Type: 'AWS::SSM::Parameter',
        Properties: { Value: { 'Fn::ImportValue': 'elsewhere' } },
      };
    }),
  ).toThrow('Fn::ImportValue');
});

test('an unknown attribute stops the start with its name', () => {
  expect(() =>
    stackOf(({ Resources }) => {
      Resources['Setting2'] = {
        Type: 'AWS::SSM::Parameter',
        Properties: { Value: { 'Fn::GetAtt': ['Core', 'Colour'] } },
      };
    }),
  ).toThrow('the attribute Colour of AWS::DynamoDB::Table');
});

test('a parameter without a local value stops the start with its name', () => {
  expect(() =>
    stackOf((given) => {
      given['Parameters'] = { Secret: { Type: 'String' } };
    }),
  ).toThrow('Secret has no local value');
});

test.each([
  ['Fn::Select', { 'Fn::Select': ['1', { 'Fn::Split': ['-', 'a-b-c'] }] }, 'b'],
  [
    'Fn::Sub',
    { 'Fn::Sub': ['${Core}/${x}/${!literal}/${Core.Arn}', { x: { Ref: 'AWS::Region' } }] },
    'Core/cn-north-1/${literal}/arn:aws-cn:dynamodb:cn-north-1:000000000000:table/Core',
  ],
  ['Fn::If', { 'Fn::If': ['IsRed', 'red', { 'Fn::Join': ['+', ['not', 'red']] }] }, 'not+red'],
])('%s', (_, value, expected) => {
  const stack = stackOf(({ Resources }) => {
    Resources['Probe2'] = {
      Type: 'AWS::SSM::Parameter',
      Properties: { Value: value, Gone: { Ref: 'AWS::NoValue' } },
    };
  });
  expect(stack.byLogicalId('Probe2')?.properties).toEqual({ Value: expected });
});
