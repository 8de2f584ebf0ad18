public import ArgumentParser
import Bilingual
import ChainFiles
import ChainViews
import Diagnostics
import PolicyReader
import RegisterReader

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct ImportPolicy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: say("由政策文件生成数据集草稿", "make a draft data set from a policy document"),
    discussion: say(
      """
      读取 .txt（UTF-8、UTF-16 或 GB 18030）、.docx、.html，装有 pdftotext 时还有 .pdf：标题层级、责任分工、领导、\
      目标、集群、企业、项目、园区。
      每条事实注明出处；拿不准的都列在 review.md 和 review.csv 里，附行号和原因，须逐条核对。
      文件夹必须是新的或空的；--force 覆盖旧草稿，逐个列出覆盖和删去的文件；旧草稿里不再写出、又有人改过的文件，\
      不删，也不写。
      集群按名称和文中的产品对上参考产业链（--chains 指明库），草稿写 uses，并记下文件说哪些环节有、弱、缺、拟发展；
      --register 给企业名录，文中提到的按名录的名称写。
      --since 指旧版（文件，或留有原文的数据集）：列出新版增、删、改、移了什么；同时写 -o 时，草稿注明新版废止旧版。
      --score 用人工答案（JSON）评分：准确率、召回率和 F1。
      示例：
        liantu import policy 意见.txt -o 草稿
        liantu import policy 意见.txt -o 新草稿 --register 企业名录.csv
        liantu import policy 意见.txt --since 意见.txt
        liantu import policy 意见.txt --score 答案.json
      """,
      """
      Reads .txt (UTF-8, UTF-16 or GB 18030), .docx, .html, and .pdf where pdftotext is installed: headings, statements of responsibility, leaders, \
      targets, clusters, enterprises, projects, parks.
      Every fact has its source; whatever is uncertain stands in review.md and review.csv with its line \
      and the reason, and must be looked at.
      The folder must be new or empty; --force writes over an older draft, and names every file that is \
      overwritten or goes. Where a file that goes was changed by somebody, nothing is written.
      Clusters are matched to reference chains by their names and the products of the text (--chains names a \
      library); the draft uses them, and holds which segments the document says are there, short, lacking or \
      wanted. --register gives a list of firms; those in the text are written as the list writes them.
      --since names the earlier edition (a file, or a data set that keeps its text): what the new one adds, drops, \
      changes and moves is listed; with -o the draft says that it replaces the earlier.
      --score measures the reading against a key made by hand (JSON): precision, recall and F1.
      Examples:
        liantu import policy 意见.txt -o draft
        liantu import policy 意见.txt -o new-draft --register 企业名录.csv
        liantu import policy 意见.txt --since 意见.txt
        liantu import policy 意见.txt --score 答案.json
      """
    )
  )

  @Argument(help: ArgumentHelp(say("政策文件", "the document")))
  var file: String
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("写入的文件夹", "the folder to write"), valueName: "folder")
  )
  var output: String?
  @Option(
    help: ArgumentHelp(
      say(
        "企业名录（.csv 或 .xlsx），文中提到的企业按它写名称",
        "a list of firms (.csv or .xlsx) to be found in the text"
      ),
      valueName: "file"
    )
  )
  var register: String?
  @Option(
    help: ArgumentHelp(
      say(
        "参考链库的文件夹（缺省依次为 LIANTU_CHAINS、向上最近的 Data/chains、随程序安装的）",
        "the library of reference chains (default: LIANTU_CHAINS, the nearest Data/chains upward, the one installed)"
      ),
      valueName: "folder"
    )
  )
  var chains: String?
  @Option(
    help: ArgumentHelp(
      say("旧版：文件，或留有原文的数据集", "the earlier edition: a file, or a data set that keeps its text"),
      valueName: "file|folder"
    )
  )
  var since: String?
  @Option(
    help: ArgumentHelp(say("人工答案，用来评分", "a key to measure the reading against"), valueName: "key")
  )
  var score: String?
  @Flag(
    help: ArgumentHelp(
      say(
        "评分时改为列出漏掉的和多出的",
        "with --score, list what was missed and what is surplus in place of the figures"
      )
    )
  )
  var differences = false
  @Option(
    help: ArgumentHelp(
      say("文件格式（缺省按文件名）", "the document's form (default: by the file's ending)"),
      valueName: PolicyFormat.allCases.map(\.rawValue).joined(separator: "|")
    )
  )
  var from: PolicyFormat?
  @Option(
    help: ArgumentHelp(
      say("评分和比较的输出格式", "how a score or a comparison is written"),
      valueName: "table|json|csv|markdown"
    )
  )
  var format: AnswerFormat = .table
  @Flag(help: ArgumentHelp(say("覆盖同名文件", "overwrite files of the same names"))) var force = false
  @Option(help: ArgumentHelp(say("语言：zh 或 en", "zh or en"), valueName: "lang"))
  var lang: Language?

  func validate() throws {
    try FileEnding.checkFolder(output)
    if output == nil, score == nil, since == nil {
      throw ValidationError(
        say(
          "用 -o 指明文件夹，或用 --since 与旧版比较，或用 --score 评分",
          "name a folder with -o, compare with --since, or measure with --score"
        )
      )
    }
    if since != nil, score != nil {
      throw ValidationError(
        say("--since 和 --score 一次只能用一个", "take --since or --score, not both at once")
      )
    }
    if !format.isText {
      throw ValidationError(
        say("评分和比较只能写成文本格式", "a score or a comparison is written as a text")
      )
    }
  }

  func run() throws {
    // Policy documents are Chinese, and so is what is made of them.
    let language = lang ?? Speech.locale ?? .zh
    let firms = try knownFirms(language)
    let library = chainLibrary
    var lexicon: ChainLexicon?
    if let library {
      lexicon = try self.lexicon(of: library, language)
    } else {
      Terminal.tell(
        BilingualText(
          zh: "没有找到参考产业链库，草稿里不写产业链；用 --chains 指明",
          en:
            "no library of reference chains is found, and the draft has no chains; name one with --chains"
        )[language]
      )
    }
    let document = try read(file, language) { bytes throws(PolicyFault) in
      try PolicyDocument(
        bytes: bytes,
        format: from ?? PolicyFormat(path: file),
        firms: firms,
        chains: lexicon
      )
    }
    let key = try score.map { path in
      try read(path, language, mayBePDF: false) { bytes throws(PolicyFault) in
        try ScoreKey(json: bytes)
      }
    }
    let earlier = try since.map { path in try self.earlier(path, beside: document, language) }
    if let output {
      let draft = PolicyDraft(of: document, path: file, replacing: earlier?.head)
      try write(draft, library, to: output, language)
    }
    if let key {
      try write(
        Answer(PolicyScore(of: document, against: key), withDifferences: differences),
        language
      )
    }
    if let earlier {
      try write(Answer(PolicyDifference(from: earlier, to: document)), language)
    }
    if key == nil, let output {
      try Terminal.write(document.summary(in: output)[language] + "\n")
      guard !document.isEmpty else { throw Self.nothing(path: file, language) }
    }
  }

  private func write(_ answer: Answer, _ language: Language) throws(Failure) {
    let bytes: [UInt8]
    do throws(WorkbookFailure) {
      bytes = try answer.bytes(in: format, language: language, width: Terminal.width)
    } catch {
      throw Failure(error, in: language)
    }
    try Terminal.write(bytes)
  }

  /// The earlier edition: a file, or what a data set keeps of the document that is called alike.
  private func earlier(
    _ path: String,
    beside document: PolicyDocument,
    _ language: Language
  ) throws -> PolicyDocument {
    guard OutputFile.isFolder(path) else {
      return try read(path, language) { bytes throws(PolicyFault) in
        try PolicyDocument(bytes: bytes, format: PolicyFormat(path: path))
      }
    }
    var options = DatasetOptions()
    options.dataset = path
    options.chains = nil
    options.basis = .all
    options.at = nil
    options.lang = language
    let session = try Session(options)
    let texts = DocumentTexts(of: session.dataset, in: session.folder)
    session.tell(texts.diagnostics)
    let kept = texts.documents(called: document.head.title, in: session.graph)
    guard kept.count == 1 else {
      let names = texts.names(in: session.graph).joined(separator: "、")
      throw Failure(
        .notFound,
        kept.isEmpty && names.isEmpty
          ? BilingualText(
            zh: "\(path) 没有保存文件的原文，无从比较；把旧版的文件写在 --since",
            en:
              "\(path) keeps no text of a document to compare with; name the earlier edition's file with --since"
          )
          : BilingualText(
            zh: "\(path) 里分不清哪个是旧版：\(names)；把旧版的文件写在 --since",
            en:
              "\(path) does not tell which is the earlier edition: \(names); name its file with --since"
          ),
        in: language
      )
    }
    return PolicyDocument(text: kept[0])
  }

  /// That nothing was read, and what may be wrong.
  private static func nothing(path: String, _ language: Language) -> Failure {
    Failure(
      .notFound,
      BilingualText(
        zh: "\(path) 里没有读出任何事实；看一看它是不是正文（不是目录、图片的文字或别的语言），"
          + "再看 review.md 里没有读出的话",
        en:
          "nothing was read in \(path): see whether it holds the text of a document, and look at what stands "
          + "unread in review.md"
      ),
      in: language
    )
  }

  /// - Parameter mayBePDF: Whether the text of a PDF is taken out.
  private func read<Value>(
    _ path: String,
    _ language: Language,
    mayBePDF: Bool = true,
    _ parse: ([UInt8]) throws(PolicyFault) -> Value
  ) throws(Failure) -> Value {
    var bytes = try InputFile.read(path, in: language)
    if mayBePDF, DocumentPDF.isPDF(bytes),
      let text = DocumentPDF.text(of: path)
    {
      guard text.contains(where: { $0 > 0x20 }) else {
        throw Failure(
          .faulty,
          BilingualText(
            zh: "\(path) 是扫描的 PDF，里面没有文字；先识别文字（OCR），存为 .txt 或 .docx",
            en:
              "\(path) is a scanned PDF and holds no text: recognise its text first (OCR), and save it as .txt or .docx"
          ),
          in: language
        )
      }
      bytes = text
      Terminal.tell(
        BilingualText(
          zh: "\(path) 是 PDF，文字由 pdftotext 取出；表格和页眉可能走样，请对照原件",
          en:
            "\(path) is a PDF; its text was taken out by pdftotext, where tables and heads of pages may be out of shape"
        )[language]
      )
    }
    do throws(PolicyFault) {
      return try parse(bytes)
    } catch {
      let message = error.message
      throw Failure(
        .faulty,
        BilingualText(zh: "\(path)：\(message.zh)", en: "\(path): \(message.en)"),
        in: language
      )
    }
  }

  /// The library of reference chains that is named, or found around the place where the draft is written.
  private var chainLibrary: ChainLibrary? {
    if let chains { return ChainLibrary(folders: [chains]) }
    let here = FileManager.default.currentDirectoryPath
    let around = output.map { ChainLibrary(of: $0).folders } ?? ChainLibrary(of: here).folders
    let folders = around.filter {
      !$0.hasSuffix("/" + ChainLibrary.own) || $0.hasSuffix("Data/chains")
    }
    return folders.isEmpty ? nil : ChainLibrary(folders: folders)
  }

  /// The words of a library's chains.
  private func lexicon(
    of library: ChainLibrary,
    _ language: Language
  ) throws(Failure) -> ChainLexicon {
    var options = ChainLibraryOptions()
    options.chains = library.folders.first
    options.lang = language
    return ChainLexicon(library: try options.session().graph)
  }

  /// The names of the register that is given.
  private func knownFirms(_ language: Language) throws(Failure) -> KnownFirms {
    guard let register else { return .none }
    let reading = RegisterReader.read(try InputFile.read(register, in: language), path: register)
    if !reading.diagnostics.isEmpty {
      let renderer = DiagnosticRenderer(language: language, isColored: Terminal.isColored(.error))
      Terminal.complain(renderer.report(reading.diagnostics, [register: reading.source]))
    }
    guard let firms = reading.register else { throw Failure(.faulty) }
    return KnownFirms(names: firms.rows.map(\.name))
  }

  private func write(
    _ draft: PolicyDraft,
    _ library: ChainLibrary?,
    to output: String,
    _ language: Language
  ) throws(Failure) {
    let target = try OutputFolder(output, isForced: force, as: .dataset(.yaml), in: language)
    do throws(Failure) {
      for (name, text) in draft.files { try target.write(Array(text.utf8), to: name) }
      let facts = draft.files.filter { $0.name.hasSuffix(".yaml") }
      if let library, draft.files.contains(where: { $0.name == PolicyDraft.chainsFile }),
        let used = LockedChains(files: facts, library: library)
      {
        try target.write(used.lock.bytes, to: ChainLock.name)
      }
      try target.finish()
    } catch {
      target.abandon()
      throw error
    }
    if let text = target.changes.text() { Terminal.tell(text[language]) }
  }
}

extension PolicyFormat: ExpressibleByArgument {}

extension PolicyDocument {
  /// How much was read, and where the draft is.
  fileprivate func summary(in folder: String) -> BilingualText {
    BilingualText(
      zh: "已在 \(folder) 写好草稿：责任分工 \(statements.count) 条，目标 \(targets.count) 个，"
        + "集群 \(clusters.count) 个，企业 \(enterprises.count) 家，项目 \(projects.count) 个；"
        + "待核对 \(review.count) 处，见 review.md；说到责任的 \(places.read + places.unread) 处，"
        + "读出 \(places.read) 处",
      en: "the draft is in \(folder): \(statements.count) statements, \(targets.count) targets, "
        + "\(clusters.count) clusters, \(enterprises.count) enterprises, \(projects.count) projects; "
        + "\(review.count) doubts stand in review.md; of \(places.read + places.unread) places that speak of "
        + "responsibility \(places.read) were read"
    )
  }
}
