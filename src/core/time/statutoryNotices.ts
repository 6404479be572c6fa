import type { WallDate } from './wallDate';

/** Where a year's breaks come from: a notice of the General Office of the State Council. */
export type Notice = {
  readonly year: number;
  /** The notice's number, as it is cited. */
  readonly number: string;
  /** The day it was signed. */
  readonly dated: WallDate;
  readonly address: string;
};

const notice = (year: number, number: string, dated: string, address: string): Notice => ({
  year,
  number,
  dated: dated as WallDate,
  address,
});

/** Oldest first; read on 2026-11-23. Apart from the breaks themselves, because no screen needs them at the start. */
export const statutoryNotices: readonly Notice[] = [
  notice(
    2020,
    '国办发明电〔2019〕16号',
    '2019-11-21',
    'https://www.gov.cn/zhengce/content/2019-11/21/content_5454164.htm',
  ),
  notice(
    2020,
    '国办发明电〔2020〕1号',
    '2020-01-26',
    'https://www.gov.cn/zhengce/content/2020-01/27/content_5472352.htm',
  ),
  notice(
    2021,
    '国办发明电〔2020〕27号',
    '2020-11-25',
    'https://www.gov.cn/zhengce/content/2020-11/25/content_5564127.htm',
  ),
  notice(
    2022,
    '国办发明电〔2021〕11号',
    '2021-10-25',
    'https://www.gov.cn/zhengce/content/2021-10/25/content_5644835.htm',
  ),
  notice(
    2023,
    '国办发明电〔2022〕16号',
    '2022-12-08',
    'https://www.gov.cn/zhengce/content/2022-12/08/content_5730844.htm',
  ),
  notice(2024, '国办发明电〔2023〕7号', '2023-10-25', 'https://www.gov.cn/zhengce/content/202310/content_6911527.htm'),
  notice(
    2025,
    '国办发明电〔2024〕12号',
    '2024-11-12',
    'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
  ),
  notice(
    2026,
    '国办发明电〔2025〕7号',
    '2025-11-04',
    'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
  ),
];
