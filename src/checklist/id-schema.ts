import { z } from 'zod';

export const idSchema = z
  .string()
  .max(80)
  .regex(/^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$/);

export const levelNumberSchema = z.int().min(-100).max(100);
