import Bilingual
import ChainFiles
import Foundation
import ProgressLoop

/// The plans and journals of a data set as a revision of its repository has them; through `git` itself, and
/// no shell.
struct GitFiles {
  private let program: URL
  private let folder: String
  private let revision: String

  init(of folder: String, at revision: String) throws(Failure) {
    let places = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = places.map { URL(filePath: String($0)).appending(path: "git") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    guard let found else {
      throw Failure(
        .machine,
        BilingualText(
          zh: "没有找到 git，读不出 \(revision)；装上 git，或给出当时的数据集文件夹",
          en:
            "git is not found, so \(revision) cannot be read; install it, or name a folder of then"
        )
      )
    }
    (program, self.folder, self.revision) = (found, folder, revision)
  }

  /// The files of then.
  func files() throws(Failure) -> LoopFiles {
    guard run(["rev-parse", "--is-inside-work-tree"]) != nil else {
      throw Failure(
        .notFound,
        BilingualText(
          zh: "没有文件夹 \(revision)，数据集也不在 git 仓库里，没有版本可比",
          en: "there is no folder \(revision), and the data set lies in no git repository"
        )
      )
    }
    let words = ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]
    guard let found = run(words) else {
      throw Failure(
        .notFound,
        BilingualText(
          zh: "没有版本或文件夹 \(revision)；git log 列出有哪些版本",
          en: "there is no revision or folder \(revision); git log lists the revisions"
        )
      )
    }
    let commit = String(decoding: found, as: UTF8.self).trimmingCharacters(
      in: .whitespacesAndNewlines
    )
    return LoopFiles(
      plans: try files(FolderListing.plans, commit),
      journals: try files(FolderListing.journal, commit)
    )
  }

  private func files(_ part: String, _ commit: String) throws(Failure) -> [LoopFiles.File] {
    guard let list = run(["ls-tree", "-z", "--name-only", commit, "--", part + "/"]) else {
      throw failure(part)
    }
    var files: [LoopFiles.File] = []
    for name in list.split(separator: 0) {
      let path = String(decoding: name, as: UTF8.self)
      guard FolderListing.isTableInPlace(path.split(separator: "/").last ?? "") else { continue }
      guard let bytes = run(["cat-file", "blob", "\(commit):./\(path)"]) else {
        throw failure(path)
      }
      files.append(LoopFiles.File(path: "\(revision):\(path)", bytes: bytes))
    }
    return files
  }

  private func failure(_ path: String) -> Failure {
    Failure(
      .machine,
      BilingualText(
        zh: "git 没有给出 \(revision) 的 \(path)",
        en: "git does not hand out \(path) of \(revision)"
      )
    )
  }

  /// What git writes; `nil` where it fails.
  private func run(_ words: [String]) -> [UInt8]? {
    let process = Process()
    process.executableURL = program
    process.arguments = ["-C", folder] + words
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    // Read before waiting: a full pipe would keep both waiting.
    let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    return process.terminationStatus == 0 ? bytes : nil
  }
}
