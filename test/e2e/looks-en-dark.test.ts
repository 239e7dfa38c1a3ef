import { test } from 'node:test';
import { lookAtEveryPage } from '../support/look-at-every-page.ts';

test('every page, in English and dark, has no violation of WCAG 2.2 AA and never scrolls sideways', t =>
  lookAtEveryPage(t, 'en', 'dark'));
