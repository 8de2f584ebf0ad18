import Bilingual

extension ForeignGraph {
  /// The form of the files.
  public enum Form: String, Sendable, CaseIterable {
    /// GraphML, as yEd, Gephi and networkx write it; and GEXF, as Gephi does.
    case graphml
    /// A graph as JSON: JSON Graph Format, node-link, adjacency, lists and lines of items.
    case jsongraph
    /// Tables with a row of column names: CSV, and the sheets of workbooks.
    case csv
  }
}

extension ForeignGraph.Form {
  /// What reads it, and tells of it.
  var reader: any RecordReader.Type {
    switch self {
    case .graphml: GraphMLReader.self
    case .jsongraph: JSONGraphReader.self
    case .csv: CSVRecordReader.self
    }
  }

  /// What its command is made from.
  package var row: any ImportRow.Type { reader }
}

/// Reads the records of a file of one form.
protocol RecordReader: ImportRow {
  static func read(_ bytes: [UInt8], path: String) -> RecordSource

  /// What a file holds, where that may be several texts, as the sheets of a workbook are.
  static func readAll(_ bytes: [UInt8], path: String) -> [RecordSource]
}

extension RecordReader {
  static func readAll(_ bytes: [UInt8], path: String) -> [RecordSource] {
    [read(bytes, path: path)]
  }
}

extension GraphMLReader: RecordReader {
  static let form = ForeignGraph.Form.graphml
  static let definition = FormatDefinition(
    summary: BilingualText(
      zh: "由 GraphML 或 GEXF 图生成数据集（yEd、Gephi、networkx）",
      en: "make a data set from GraphML or GEXF (yEd, Gephi, networkx)"
    ),
    notes: BilingualText(
      zh: """
        没有映射文件时打印一份草稿：列出图中的标签和属性，并猜测类别和关系。改好后用 --mapping 指明。
        映射没有说到的都列为警告并计数，不会悄悄丢掉。export graphml 写的文件不需要映射，export gexf 写的需要。
        映射文件的写法见文档 ImportingGraphs。
        """,
      en: """
        Without a mapping a draft is printed: the labels and attributes of the graph, with guesses at kinds \
        and relations. Mend it, and name it with --mapping.
        What the mapping does not speak of is told with counts, never dropped in silence. A file that \
        export graphml wrote needs no mapping, one of export gexf does. The documentation has all fields: ImportingGraphs.
        """
    ),
    examples: [
      BilingualText(same: "产业链.graphml --draft-mapping"),
      BilingualText(
        zh: "产业链.graphml --mapping 映射.yaml -o 产业链",
        en: "产业链.graphml --mapping 映射.yaml -o chain"
      ),
    ],
    endings: ["graphml", "gexf"]
  )
}

extension JSONGraphReader: RecordReader {
  static let form = ForeignGraph.Form.jsongraph
  static let definition = FormatDefinition(
    summary: BilingualText(
      zh: "由 JSON 图生成数据集（JSON Graph Format、networkx）",
      en: "make a data set from a JSON graph (JSON Graph Format, networkx)"
    ),
    notes: BilingualText(
      zh: """
        可读 JSON Graph Format 第 1 版和第 2 版（一个图或几个图），networkx、D3、vis.js、ECharts 和 graphology \
        的 node-link 形式，邻接表，Cytoscape，以及图数据库导出的 JSON Lines。没有读到的栏目列为警告并计数。
        没有映射文件时打印一份草稿；export jsongraph 写的文件不需要映射。映射文件的写法见文档 ImportingGraphs。
        """,
      en: """
        Reads JSON Graph Format of version 1 and 2, one graph or several; the node-link form of networkx, \
        D3, vis.js, ECharts and graphology; adjacency; Cytoscape; and JSON Lines, as graph databases export \
        them. Fields that are not read are told with counts. Without a mapping a draft is printed; a file that export jsongraph wrote needs none. The \
        documentation has all fields of a mapping: ImportingGraphs.
        """
    ),
    examples: [
      BilingualText(same: "产业链.json --draft-mapping"),
      BilingualText(
        zh: "产业链.json --mapping 映射.yaml -o 产业链",
        en: "产业链.json --mapping 映射.yaml -o chain"
      ),
    ],
    endings: ["json", "jsonl"]
  )
}

extension CSVRecordReader: RecordReader {
  static let form = ForeignGraph.Form.csv
  static let definition = FormatDefinition(
    summary: BilingualText(
      zh: "由表格生成数据集（CSV 或 .xlsx，一张或几张）",
      en: "make a data set from tables (CSV or .xlsx, one or several)"
    ),
    notes: BilingualText(
      zh: """
        第一行是列名；UTF-8、UTF-16 或 GB 18030，用逗号、分号、制表符或竖线分格，也可以是 .xlsx 工作簿，每张可见的工作表是一张表。一行可以生成几个对象和它们之间的关系：企业、所在园区、主要产品。
        合计、小计、表下的说明、重复的列名不当作记录，NULL、无、— 等不当作名称和值，都计数并说明。没有映射文件时打印一份草稿。nodes.csv 和 edges.csv 是数据集的两张表，不需要映射，直接写成 YAML。
        映射文件的写法见文档 ImportingGraphs。
        """,
      en: """
        The first row names the columns; UTF-8, UTF-16 or GB 18030, cells parted by commas, semicolons, \
        tabs or bars; or a workbook (.xlsx), in which every visible sheet is a table. A row may give several nodes and what relates \
        them: a firm, the park that it is in, its products. Totals, notes under a table and repeated headings \
        are no records, and NULL, N/A or — no names or values: they are left out, counted and told. Without a mapping a draft is printed. nodes.csv \
        and edges.csv are the tables of a data set: they need no mapping, and are written as YAML. The \
        documentation has all fields of a mapping: ImportingGraphs.
        """
    ),
    examples: [
      BilingualText(same: "企业.csv --draft-mapping"),
      BilingualText(
        zh: "企业.csv --mapping 企业映射.yaml -o 企业",
        en: "企业.csv --mapping 企业映射.yaml -o firms"
      ),
    ],
    endings: ["csv", "xlsx"]
  )
}
