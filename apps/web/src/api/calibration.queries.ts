import { readCalibration } from '@rounds/contracts/calibration';
import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';

export const calibrationQuery = queryOptions({
  queryKey: ['calibration'],
  queryFn: ({ signal }) => call(readCalibration, {}, { signal }),
});
