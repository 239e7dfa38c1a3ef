import { test } from 'node:test';
import { lookAtEveryPage } from '../support/look-at-every-page.ts';

test('every page, in Chinese and light, has no violation of WCAG 2.2 AA and never scrolls sideways', t =>
  lookAtEveryPage(t, 'zh-CN', 'light'));
