import { expect, test } from 'vitest';
import { linkCommand, openable } from './serve.ts';

test('a server that answers at all addresses is opened at one that a browser takes', () => {
  expect(openable('http://undefined:4600', '0.0.0.0')).toBe('http://127.0.0.1:4600');
  expect(openable('http://[::]:4600', '::')).toBe('http://[::1]:4600');
  expect(openable('http://192.0.2.7:4600', '192.0.2.7')).toBe('http://192.0.2.7:4600');
  expect(openable('http://[2001:db8::7]:80', '2001:db8::7')).toBe('http://[2001:db8::7]:80');
});

test('[C60] the command that makes a link for another editor finds this server, whatever its folder and port', () => {
  expect(linkCommand('data', 'http://127.0.0.1:4600')).toBe('npx stet link NAME');
  expect(linkCommand('/tmp/trial', 'http://127.0.0.1:4817')).toBe(
    'npx stet link NAME --data /tmp/trial --base http://127.0.0.1:4817',
  );
  expect(linkCommand('my data', 'http://127.0.0.1:4600')).toBe('npx stet link NAME --data "my data"');
});
