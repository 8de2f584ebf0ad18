import Bilingual
import ChainFiles
import ChainModel
import Diagnostics
import FolderTransactions

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that is written as a whole, in one transaction: a set is there whole or not at all, and
/// what was there before stays until then.
final class OutputFolder {
  /// What is written, and so what may stand there already when it is written over.
  enum Content {
    /// Pictures and lists.
    case files
    /// A data set.
    case dataset(DatasetForm)
  }

  let path: String
  private let transaction: FolderTransaction
  private let content: Content
  private let language: Language?
  /// Whether the folder was made for this.
  private let isNew: Bool
  /// Whether it held something.
  private let wasHeld: Bool
  /// What an earlier run of the program wrote there.
  private let earlier: WrittenFiles
  private var record = WrittenFiles()
  private var written: Set<String> = []
  /// What the files of a data set of YAML will hold.
  private var texts: [String: [UInt8]] = [:]
  private(set) var changes = Changes()

  /// What became of files that were there.
  struct Changes {
    /// The files that hold something else than before.
    var replaced: [String] = []
    /// Those of the replaced that were no longer what the program had written.
    var edited: [String] = []
    /// The files of older data that are gone.
    var removed: [String] = []
    /// Files that were there and are not part of what was written.
    var left: [String] = []
  }

  /// - Parameters:
  ///   - isForced: Whether files of the same names are written over.
  ///   - source: The data set that is being read, which is not written over.
  /// - Throws: A failure when the folder holds something already and is not to be written over, or
  ///   is the data set being read or one in another form.
  init(
    _ path: String,
    isForced: Bool,
    as content: Content = .files,
    reading source: String? = nil,
    in language: Language? = nil
  ) throws(Failure) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.content = content
    self.language = language
    isNew = !OutputFile.exists(path)
    if isNew { try OutputFile.makeFolder(path) }
    Interruption.watch()
    do throws(FolderFault) { transaction = try FolderTransaction(path) } catch {
      if isNew { rmdir(path) }
      // What is to be written to and is no folder is a place that cannot be written.
      if case .noFolder = error { throw Failure(.machine, error.message) }
      throw Failure(error)
    }
    if let recovery = transaction.recovery {
      Terminal.tell(recovery.message[language ?? Speech.language])
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    wasHeld = names.contains { $0 != FolderTransaction.pendingName }
    earlier = WrittenFiles(in: path)
    do throws(Failure) { try refuseHeld(isForced, source) } catch {
      transaction.abandon()
      throw error
    }
  }

  /// Writes one file of the folder; folders on the way are made.
  ///
  /// - Throws: Also when the user asked to stop.
  func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    if Interruption.isAsked { throw Failure(.machine) }
    if let held = held(name), held != bytes { noteReplaced(name, held) }
    written.insert(name)
    if case .dataset(.yaml) = content {
      texts[name] = bytes
      record.note(bytes, as: name)
    }
    do throws(FolderFault) { try transaction.replace(name, with: bytes) } catch {
      throw Failure(error)
    }
  }

  /// Writes one file of the folder piece by piece.
  ///
  /// - Throws: Also when the user asked to stop.
  func write(
    to name: String,
    pieces: ((OutputFile.Sink) throws(Failure) -> Void)
  ) throws(Failure) {
    if OutputFile.exists(path + "/" + name) { changes.replaced.append(name) }
    written.insert(name)
    let file: PendingFile
    do throws(FolderFault) { file = try transaction.begin(name) } catch { throw Failure(error) }
    try pieces { bytes throws(Failure) in
      if Interruption.isAsked { throw Failure(.machine) }
      do throws(FolderFault) { try file.write(bytes) } catch { throw Failure(error) }
    }
    do throws(FolderFault) { try transaction.keep(file) } catch { throw Failure(error) }
  }

  /// Removes what was written so far, when it will not be finished.
  func abandon() {
    transaction.abandon()
    if isNew { rmdir(path) }
    Interruption.end()
  }

  /// Puts what was written in its place; of a data set, once it is proved that the folder can be read
  /// then.
  func finish() throws(Failure) {
    if case .dataset(.tables) = content { try refuseBesideTables() }
    if case .dataset(.yaml) = content {
      if wasHeld { try settleOlder() }
      do throws(FolderFault) {
        try transaction.replace(WrittenFiles.recordName, with: record.bytes)
      } catch {
        throw Failure(error, in: language)
      }
    }
    do throws(FolderFault) { try transaction.commit() } catch { throw Failure(error) }
  }

  /// Looks for files that are no part of what was written, such as those of an earlier set under
  /// another name; hidden ones, and what lies deeper than a set does, are passed over.
  func noteLeft() {
    guard wasHeld else { return }
    func names(_ folder: String) -> [String] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.filter { !$0.hasPrefix(".") }.sorted()
    }
    for name in names(path) {
      let isFolder = OutputFile.isFolder(path + "/" + name)
      let files = isFolder ? names(path + "/" + name).map { name + "/" + $0 } : [name]
      changes.left += files.filter { !written.contains($0) }
    }
  }

  private func held(_ name: String) -> [UInt8]? {
    let file = path + "/" + name
    guard wasHeld, OutputFile.exists(file), !OutputFile.isFolder(file) else { return nil }
    return FileManager.default.contents(atPath: file).map(Array.init) ?? []
  }

  private func noteReplaced(_ name: String, _ held: [UInt8]) {
    changes.replaced.append(name)
    if earlier.names.contains(name), !earlier.holds(held, as: name) { changes.edited.append(name) }
  }
}

// MARK: Folders that hold something

extension OutputFolder {
  private func refuseHeld(_ isForced: Bool, _ source: String?) throws(Failure) {
    guard wasHeld else { return }
    guard isForced else {
      throw Failure(
        .usage,
        BilingualText(
          zh: "文件夹不是空的：\(path)；换一个，或用 --force 覆盖同名文件",
          en: "the folder is not empty: \(path); name another, or overwrite with --force"
        ),
        in: language
      )
    }
    guard case .dataset(let form) = content else { return }
    if let source, OutputFile.isSame(source, path) {
      throw Failure(
        .usage,
        BilingualText(
          zh: "\(path) 就是正在读取的数据集，不能写在它上面；换一个文件夹",
          en:
            "\(path) is the data set that is being read, and is not written over; name another folder"
        ),
        in: language
      )
    }
    guard DatasetForm.held(in: path).contains(form == .yaml ? .tables : .yaml) else { return }
    throw Failure(
      .usage,
      form == .yaml
        ? BilingualText(
          zh: "\(path) 中是 nodes.csv 和 edges.csv 写的数据集，写入 YAML 就读不了了；换一个文件夹",
          en:
            "\(path) holds a data set of nodes.csv and edges.csv, and with YAML beside them nobody "
            + "could read it; name another folder"
        )
        : BilingualText(
          zh: "\(path) 中是 YAML 写的数据集，写入 nodes.csv 和 edges.csv 就读不了了；换一个文件夹",
          en: "\(path) holds a data set of YAML, and with nodes.csv and edges.csv beside it nobody "
            + "could read it; name another folder"
        ),
      in: language
    )
  }

  /// A vocabulary or named queries of other tables would be read as those of the new ones.
  private func refuseBesideTables() throws(Failure) {
    let names = [FolderListing.ontology, FolderListing.queries].filter {
      !written.contains($0) && OutputFile.exists(path + "/" + $0)
    }
    if !names.isEmpty { throw kept(names) }
  }

  /// Nothing is written because of files that the program may not remove.
  private func kept(_ names: [String]) -> Failure {
    let list = names.joined(separator: ", ")
    return Failure(
      .faulty,
      BilingualText(
        zh: "什么也没有写入：文件夹中另有数据文件，这次不再写出，又不知是否有人改过：\(list)；"
          + "先移走或删去，或换一个文件夹",
        en:
          "nothing is written: the folder holds other files of data, which are not written now and "
          + "may have been changed by somebody: \(list); move or delete them first, or name another "
          + "folder"
      ),
      in: language
    )
  }

  /// Files of the older data set that the new one does not write go, when they still are as the
  /// program wrote them; then the folder must load.
  private func settleOlder() throws(Failure) {
    var kept: [String] = []
    for name in earlier.names where texts[name] == nil {
      guard let held = held(name) else { continue }
      guard earlier.holds(held, as: name) else {
        kept.append(name)
        continue
      }
      do throws(FolderFault) { try transaction.remove(name) } catch {
        throw Failure(error, in: language)
      }
      changes.removed.append(name)
    }
    if !kept.isEmpty { throw self.kept(kept) }
    var faults: [Diagnostic] = []
    var files = FolderContents(folder: path).dataFiles(diagnostics: &faults)
    for name in changes.removed { files[name] = nil }
    let others = files.keys.filter { texts[$0] == nil }.sorted()
    // Before there were records, files of older data looked like anybody's.
    if earlier.names.isEmpty, !others.isEmpty { throw self.kept(others) }
    files.merge(texts) { $1 }
    let loaded = Dataset.load(folder: path, files: files)
    guard !faults.isEmpty || loaded.dataset == nil else { return }
    let renderer = DiagnosticRenderer(
      language: language ?? Speech.language,
      isColored: Terminal.isColored(.error)
    )
    Terminal.complain(renderer.report(faults + loaded.diagnostics, loaded.sources))
    let names = others.joined(separator: ", ")
    throw Failure(
      .faulty,
      BilingualText(
        zh: "什么也没有写入：写完之后这个文件夹就读不了了"
          + (others.isEmpty ? "" : "；其中不由这次写出的文件：\(names)，先移走，或换一个文件夹"),
        en: "nothing is written: the folder could not be read afterwards"
          + (others.isEmpty
            ? "" : "; it also holds \(names): move that first, or name another folder")
      ),
      in: language
    )
  }
}

extension OutputFolder.Changes {
  /// What was written over and what is gone, for people; `nil` where nothing was.
  ///
  /// - Parameter most: How many names of a kind are told; all where it is `nil`.
  func text(most: Int? = nil) -> BilingualText? {
    func list(_ names: [String]) -> BilingualText {
      let shown = names.prefix(most ?? names.count).joined(separator: "、")
      let english = names.prefix(most ?? names.count).joined(separator: ", ")
      let isCut = names.count > most ?? names.count
      return BilingualText(zh: shown + (isCut ? " 等" : ""), en: english + (isCut ? ", …" : ""))
    }
    func files(_ names: [String]) -> String {
      names.count == 1 ? "1 file" : "\(names.count) files"
    }
    var (zh, en): ([String], [String]) = ([], [])
    if !replaced.isEmpty {
      zh.append("覆盖了 \(replaced.count) 个已有文件：\(list(replaced).zh)")
      en.append("\(files(replaced)) overwritten: \(list(replaced).en)")
    }
    if !edited.isEmpty {
      zh.append("其中写出后有人改过的：\(list(edited).zh)")
      en.append("of these, changed since they were written: \(list(edited).en)")
    }
    if !removed.isEmpty {
      zh.append("删去了 \(removed.count) 个不再写出的旧文件：\(list(removed).zh)")
      en.append("\(files(removed)) of the older data removed: \(list(removed).en)")
    }
    if !left.isEmpty {
      zh.append("原有、不属于这一套而未动的文件 \(left.count) 个：\(list(left).zh)")
      en.append("\(files(left)) that were there and are no part of it are left: \(list(left).en)")
    }
    guard !zh.isEmpty else { return nil }
    return BilingualText(zh: zh.joined(separator: "\n"), en: en.joined(separator: "\n"))
  }
}
