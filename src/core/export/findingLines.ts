import type { Lang } from '../model/records';
import { exporterWords } from '../words/exporters';
import { say } from '../words/say';
import type { ExportEntry } from './types';
