public import Bilingual

/// Something that a person must look at before the draft is used.
public struct ReviewEntry: Hashable, Sendable {
  /// The line in the file, from 1.
  public let line: Int
  /// The place in the document: `二/(五)/2`.
  public let place: String
  /// The name or the few words in question.
  public let about: String
  /// Why.
  public let reason: ReviewReason
}

/// Why something is uncertain.
public enum ReviewReason: String, Hashable, Sendable, CaseIterable {
  /// The item has no heading, so it is named by what it stands under and its number.
  case noHeading = "no-heading"
  /// A bracket of a statement is never closed.
  case openBracket = "open-bracket"
  /// A list of units holds something that does not look like one.
  case strangeUnit = "strange-unit"
  /// A bracket holds units and does not say which role they have.
  case unstatedRole = "unstated-role"
  /// The level before a unit was taken from the first of its list.
  case sharedPrefix = "shared-prefix"
  /// The ending of a unit was taken from the last of its list.
  case sharedSuffix = "shared-suffix"
  /// Two spellings were taken for one unit.
  case mergedNames = "merged-names"
  /// A mark stands before a unit, and nowhere is said what it means.
  case undeclaredMark = "undeclared-mark"
  /// A statement names a leader whose name could not be told from the title.
  case strangeLeader = "strange-leader"
  /// A label stands without a list behind it.
  case emptyStatement = "empty-statement"
  /// A member or deputy stands in a roster, which is taken as a part in support.
  case rosterRole = "roster-role"
  /// A statement for the whole document.
  case documentWide = "document-wide"
  /// A number without a comparator was taken for a target.
  case bareTarget = "bare-target"
  /// A limit that is to be kept; the vocabulary has no such comparator.
  case limitTarget = "limit-target"
  /// The value is a range; its lower end stands in the draft.
  case range = "range"
  /// The name of an enterprise was guessed from that of a project.
  case guessedBuilder = "guessed-builder"
  /// The status of a project follows from a general verb.
  case guessedStatus = "guessed-status"
  /// A list of enterprises or projects is open.
  case openList = "open-list"
  /// The document says neither its issuer nor its region, or no date.
  case missingHead = "missing-head"
  /// The document has no date; that of the data set is the year of its title, or made up.
  case guessedDate = "guessed-date"
  /// Nothing in the file says how it is encoded.
  case guessedEncoding = "guessed-encoding"
  /// Word numbers the items itself; the numbers were put together from its settings.
  case automaticNumbers = "automatic-numbers"
  /// Word numbers the paragraph in a way that could not be put together.
  case lostNumber = "lost-number"
  /// A person of a unit beside a leader, whom the draft does not hold.
  case personOfUnit = "person-of-unit"
  /// A leader is named by the post alone.
  case postAlone = "post-alone"
  /// The head of a unit, named by the post, stands for the unit.
  case postOfUnit = "post-of-unit"
  /// A statement says until when without a day, month or year, or of what has no deadline.
  case unreadTerm = "unread-term"
  /// The line holds words of responsibility and no statement that could be read.
  case unreadStatement = "unread-statement"
  /// Whoever is to be called answers for nothing, and is not in the draft.
  case contact
  /// A column of a table that is not read.
  case unreadColumn = "unread-column"
  /// A table whose heads nobody knows.
  case unreadTable = "unread-table"
  /// A figure of a year before the document, which is no target.
  case pastFigure = "past-figure"
  /// What a project costs, which is no target.
  case projectSum = "project-sum"
  /// A row of a table with more cells than the table has heads.
  case unreadRow = "unread-row"
  /// Something among names that is none.
  case strangeName = "strange-name"
  /// An office builds a project, of which the model knows enterprises alone.
  case officeBuilder = "office-builder"
  /// A sum without a unit, or with more than one.
  case unreadSum = "unread-sum"
  /// What a page has around its text was left out.
  case pageFurniture = "page-furniture"
  /// A cluster was matched to a reference chain by the words told.
  case matchedChain = "matched-chain"
  /// No reference chain was found for a cluster.
  case unmatchedCluster = "unmatched-cluster"
  /// The text names what a segment makes among other things; nothing was said of the segment.
  case nearSegment = "near-segment"
  /// The text says of a segment that it is there, short, lacking or wanted.
  case testimony
  /// A product of the text that no reference chain names.
  case proposedSegment = "proposed-segment"

  /// The reason in words.
  public var message: BilingualText {
    switch self {
    case .noHeading:
      BilingualText(
        zh: "没有标题，按上级标题和序号命名，请另起名称",
        en: "no heading; named by what it stands under and its number, give it a name"
      )
    case .openBracket: BilingualText(zh: "括号没有闭合", en: "a bracket is never closed")
    case .strangeUnit: BilingualText(zh: "不像单位名称", en: "does not look like a unit")
    case .unstatedRole:
      BilingualText(zh: "括号内只有单位，按责任单位处理", en: "units without a role, taken as responsible")
    case .sharedPrefix:
      BilingualText(zh: "按同列首个单位补上层级", en: "its level was taken from the first of the list")
    case .sharedSuffix:
      BilingualText(zh: "按同列末个单位补上后缀", en: "its ending was taken from the last of the list")
    case .mergedNames: BilingualText(zh: "两种写法按同一单位处理", en: "two spellings taken for one unit")
    case .undeclaredMark:
      BilingualText(
        zh: "带 * 的按牵头单位处理，文中未作说明",
        en: "marked with *, taken as the lead; the document does not say so"
      )
    case .strangeLeader:
      BilingualText(zh: "分不清姓名和职务", en: "the name could not be told from the title")
    case .emptyStatement: BilingualText(zh: "责任标签后没有内容", en: "a label with nothing behind it")
    case .rosterRole:
      BilingualText(
        zh: "名单中的副职或成员，按配合处理，不当作责任领导",
        en: "a deputy or member of a roster, taken as in support and not as accountable"
      )
    case .documentWide:
      BilingualText(zh: "对全文适用的责任规定", en: "a statement for the whole document")
    case .bareTarget:
      BilingualText(zh: "没有比较词，按“达到”处理", en: "no comparator; taken as “reaches”")
    case .limitTarget:
      BilingualText(
        zh: "上限目标（以内），词汇表没有这一比较词，草稿中留空",
        en: "a limit to be kept; the vocabulary has no such comparator, so the draft leaves it out"
      )
    case .range: BilingualText(zh: "区间，取下限", en: "a range; its lower end is kept")
    case .guessedBuilder:
      BilingualText(zh: "企业名称从项目名称推断", en: "the enterprise was guessed from the project's name")
    case .guessedStatus:
      BilingualText(zh: "项目状态按用词推断", en: "the project's status follows from a general verb")
    case .openList: BilingualText(zh: "“等”表示未列全", en: "the list is open")
    case .missingHead:
      BilingualText(zh: "文件头缺少发文机关、地区或日期", en: "no issuer, region or date in the head")
    case .guessedDate:
      BilingualText(
        zh: "文件没有日期，数据集日期按标题中的年份填写；标题也没有年份时填 2000，请改正",
        en:
          "no date; the data set takes the year of the title, or 2000 where that has none: correct it"
      )
    case .guessedEncoding:
      BilingualText(
        zh: "文件没有说明编码，按 GB 18030 或 UTF-16 读取；若有乱码，另存为 UTF-8 再读",
        en:
          "the file does not say how it is encoded, and was read as GB 18030 or UTF-16; where names "
          + "come out wrong, save it as UTF-8 and read it again"
      )
    case .automaticNumbers:
      BilingualText(
        zh: "条目编号由 Word 自动生成，已按其设置还原，请核对",
        en: "Word numbers the items itself; the numbers were put together from its settings"
      )
    case .lostNumber:
      BilingualText(
        zh: "Word 自动编号的格式无法还原，本段没有编号",
        en: "a number that Word makes could not be put together; the paragraph has none"
      )
    case .personOfUnit:
      BilingualText(
        zh: "责任领导之外的责任人，按单位的人处理，没有写进草稿",
        en: "named beside the leader, and taken for a person of the unit, who is not in the draft"
      )
    case .postAlone:
      BilingualText(
        zh: "只写了职务，没有姓名，按职务写作领导",
        en: "a post without a name, which the draft has for the leader's"
      )
    case .postOfUnit:
      BilingualText(zh: "写的是单位负责人，按该单位处理", en: "the head of a unit, taken for the unit")
    case .unreadTerm:
      BilingualText(
        zh: "责任后面的时限，没有年月，或这类条目没有时限，没有写进草稿",
        en: "a term without a month or year, or of what has no deadline; it is not in the draft"
      )
    case .matchedChain:
      BilingualText(
        zh: "按这些词对上的参考产业链，写在 chains.yaml，请核对",
        en: "the reference chain that these words led to; it stands in chains.yaml"
      )
    case .unmatchedCluster:
      BilingualText(
        zh: "没有对上参考产业链；在 chains.yaml 的 uses 之下写链名，或自己写环节（segment）",
        en:
          "no reference chain was found; name one under uses in chains.yaml, or write segments of your own"
      )
    case .nearSegment:
      BilingualText(
        zh: "文中的词只是这一环节的一部分，没有写作对该环节的表述",
        en: "a word for a part of what the segment makes; nothing was said of the segment"
      )
    case .testimony:
      BilingualText(
        zh: "按这句话写作文件对环节的表述（称有、称弱、称缺、称拟发展），见 documents.yaml",
        en:
          "taken for what the document says of the segment (running, short, lacking or wanted); see documents.yaml"
      )
    case .proposedSegment:
      BilingualText(
        zh: "文中的产品，参考产业链没有这一环节；需要的话写进 chains.yaml 的 add",
        en: "a product that no reference chain has; add it under add in chains.yaml where it is one"
      )
    case .contact:
      BilingualText(
        zh: "联系人、联络员不是责任单位，没有写进草稿",
        en: "a contact answers for nothing, and is not in the draft"
      )
    case .unreadColumn:
      BilingualText(zh: "表格里的这一列没有读", en: "a column of a table that was not read")
    case .unreadTable:
      BilingualText(
        zh: "这张表的表头不认识，没有读（括号里是行数）",
        en: "a table whose heads are not known, which was not read (its rows are counted)"
      )
    case .pastFigure:
      BilingualText(
        zh: "文件日期之前的数，不是目标，没有写进草稿",
        en: "a figure of before the document, and no target"
      )
    case .projectSum:
      BilingualText(zh: "项目的投资额，不是目标，没有写进草稿", en: "what a project costs, and no target")
    case .unreadRow:
      BilingualText(
        zh: "表格里这一行的格子比表头多，没有读",
        en: "a row with more cells than its table has heads, which was not read"
      )
    case .strangeName:
      BilingualText(zh: "名单里的这一项不像名称，没有写进草稿", en: "in a list of names and none; not in the draft")
    case .officeBuilder:
      BilingualText(
        zh: "建设单位是机关，没有写作建设企业",
        en: "built by an office, which was not taken for an enterprise"
      )
    case .unreadSum:
      BilingualText(
        zh: "金额没有单位或不止一个数，没有写进草稿",
        en: "a sum without a unit, or of several figures; not in the draft"
      )
    case .pageFurniture:
      BilingualText(
        zh: "网页的导航、路径、页脚等，没有当作正文",
        en: "parts of the page around its text (navigation, foot), which were left out"
      )
    case .unreadStatement:
      BilingualText(zh: "有责任用语，但没有读出责任分工", en: "words of responsibility that could not be read")
    }
  }
}

extension [ReviewEntry] {
  /// Notes what is uncertain about a character of `paragraph`.
  mutating func note(
    _ paragraph: Paragraph,
    _ offset: Int,
    _ about: String,
    _ reason: ReviewReason,
    in outline: Outline
  ) {
    append(
      ReviewEntry(
        line: paragraph.line.line(at: offset),
        place: outline.items[paragraph.item].place,
        about: about,
        reason: reason
      )
    )
  }
}
