type Claim = { pattern: RegExp; about: { zh: string; en: string } };

/** What nobody here has read in its source: it may stand only where the sentence says so. */
export const unverifiedClaims: Claim[] = [
  {
    pattern: /五级应用|five[- ](?:tier|level) applications?/i,
    about: { zh: '“五级应用”的说法', en: 'the “five tiers of application”' },
  },
  {
    pattern: /中办发〔2024〕\s*23\s*号/,
    about: { zh: '2024 年《意见》的文号', en: 'the number of the 2024 Opinion' },
  },
  {
    pattern: /CIM[1-7](?!\d)[^。；]*(?:级|精度)|CIM[1-7]\b[^.;]*(?:grade|precision)/i,
    about: { zh: 'CIM 分级的名称和精度', en: 'the grades of CIM models' },
  },
  { pattern: /CJ\/T\s*545|CJJ\/T\s*312/, about: { zh: '这项标准的正式条文', en: 'the text of this standard' } },
  {
    pattern: /GB\s*50014-2021/,
    about: { zh: '这版规范的现行取值', en: 'the values of this edition of the code' },
  },
  {
    pattern: /人员、设施、管理三(?:个)?维|DB11\/T\s*2280[^。；]*(?:分值|权重|否决)/,
    about: { zh: '评价标准的指标和分值', en: 'the indicators and points of the evaluation standards' },
  },
  {
    pattern: /DB3401\/T\s*312[^。；]*(?:阈值|分钟)|国家规定的响应(?:时限|分钟数)/,
    about: { zh: '生命线预警的阈值和响应时限', en: 'thresholds and response times of lifeline warnings' },
  },
  {
    pattern: /(?:61|65)\s*项(?:体检)?指标|\b6[15] indicators/,
    about: { zh: '城市体检的指标数', en: 'the number of city check-up indicators' },
  },
  {
    pattern: /示范城市[^。；]*(?:合格线|鼓励项|总分)|demonstration cit[^.;]*pass mark/i,
    about: { zh: '示范城市评分的合格线和总分', en: 'pass mark and total of the demonstration cities' },
  },
  {
    pattern: /政务数据共享条例》?[^。；]*\d+\s*个?工作日|Sharing of Government Data[^.;]*\d+ working days/,
    about: { zh: '政务数据共享的法定工作日数', en: 'the working days that the data sharing regulation allows' },
  },
  {
    pattern:
      /(?:国家|北京|地方)标准(?:规定|划定)的?(?:等次|等级)线|grade limits? (?:laid down|set) by (?:a |the )?national/i,
    about: { zh: '官方的韧性等级线', en: 'official grade limits of resilience' },
  },
];

/** A sentence that says itself that it was not checked, or whose account it gives. */
export const saysSo = /未核实|据[^，。；]{0,16}(?:报道|解读|转述)|not (?:been )?verified|unverified|as reported/i;
