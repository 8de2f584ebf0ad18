// One import for users of the library: it hands on what the targets below it offer.
@_exported import Bilingual
@_exported import ChainDrawing
@_exported import ChainFiles
@_exported import ChainModel
@_exported import ChainQueries
@_exported import ChainViews
@_exported import GraphKernel
@_exported import Diagnostics

/// The version of the library and of the command.
public let liantuVersion = "0.1.0"
