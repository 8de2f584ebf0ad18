import ChainFiles
import ChainModel
import ChainWorkbooks
import Foundation
import TestSupport
import Testing

struct DatasetLoadTests {
  @Test func `a folder, a snapshot and a workbook are opened by their path`() throws {
    let folder = try DatasetFolder([:])
    let read = try #require(Dataset.load(Repository.huludao).dataset)
    let (snapshot, workbook) = (folder.path + "/a.liantu", folder.path + "/a.xlsx")
    var bytes: [UInt8] = []
    read.writeSnapshot { bytes += $0 }
    try Data(bytes).write(to: URL(filePath: snapshot))
    try Data(read.workbook()).write(to: URL(filePath: workbook))
    for path in [snapshot, workbook] {
      let opened = try #require(Dataset.load(path).dataset)
      #expect(try opened.workbook() == read.workbook())
    }
  }
}
