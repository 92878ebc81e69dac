// What `import GovConvert` gives: the nouns, the typed report, the writers, and the options of the rooms it joins.
@_exported import GovDocument
@_exported import GovReport
@_exported import GovWriters

@_exported import struct GovNormalizer.NormalizationOptions
@_exported import struct GovReaders.ArchiveGap
@_exported import struct GovReaders.ArchivePage
@_exported import enum GovReaders.ArchiveRecord
@_exported import struct GovReaders.ReaderLimits
