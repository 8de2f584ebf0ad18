import ChainDrawing
import ChainExplorer
import ChainFiles
import ChainModel
import ChainPages
import Logging
import TestSupport
import Testing

@Suite("The examples of the explorer product")
struct DocumentationTests {
  private func reporting(_ dataset: Dataset) async throws -> String {
    let html = try await Explorer(dataset).report(
      language: .en,
      drawing: { String(decoding: try $0.picture.render(as: .svg), as: UTF8.self) }
    )
    return html
  }

  private func serving(_ folder: String, _ program: String) async throws {
    let pictures = PictureWork(executable: program, arguments: ["draw"], processes: 2)
    let options = ExplorerOptions(path: folder, pictures: pictures, version: "1.0")
    let server = try ExplorerServer(options, logger: Logger(label: "explorer"))
    try await server.run { address in print(address) }
  }

  @Test func `examples stand in this file, where they are compiled`() throws {
    let sources = ["ChainPages/Report/Report.swift", "ChainExplorer/Server/ExplorerServer.swift"]
      .map { "Sources/Explorer/" + $0 }
    #expect(try DocumentedExamples.missing(of: sources, in: #filePath) == [])
  }

  @Test func `data that is not there is not served`() async {
    await #expect(throws: ExplorerFailure.self) { try await serving("/nowhere", "/bin/false") }
  }
}
