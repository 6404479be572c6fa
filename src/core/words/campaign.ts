import { defineWords } from './say';

/** The page of campaigns: the list, a campaign's own facts, its phases. */
export type CampaignWord = 'screen' | 'none' | 'list' | 'new_name' | 'add';

export const campaignWords = defineWords<CampaignWord>({
  zh: {
    screen: '战役',
    list: '战役列表',
    none: '还没有战役。新建一个，定下零日，波次就能按规则排开。',
    new_name: '新战役',
    add: '新建战役',
  },
  en: {
    screen: 'Campaigns',
    list: 'List of campaigns',
    none: 'No campaign yet. Start one and set its zero day; waves then follow by rule.',
    new_name: 'New campaign',
    add: 'New campaign',
  },
});
