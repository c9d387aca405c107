using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dashboard.Infrastructure.HubSpot.Wire;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireError))]
[JsonSerializable(typeof(WireRecord))]
[JsonSerializable(typeof(WirePage<WireRecord>))]
[JsonSerializable(typeof(WirePage<JsonElement>))]
[JsonSerializable(typeof(WirePage<WireAssociations>))]
[JsonSerializable(typeof(WirePage<WireOwner>))]
[JsonSerializable(typeof(WirePage<WirePipeline>))]
[JsonSerializable(typeof(WirePage<WireSchema>))]
[JsonSerializable(typeof(WireAccount))]
[JsonSerializable(typeof(WireProperty))]
[JsonSerializable(typeof(WireNewProperty))]
[JsonSerializable(typeof(WireGrant))]
[JsonSerializable(typeof(WireIntrospection))]
[JsonSerializable(typeof(WireUpdate))]
[JsonSerializable(typeof(WireBatch<WireId>))]
[JsonSerializable(typeof(WireBatch<WireBatchUpdate>))]
[JsonSerializable(typeof(WireSearch))]
[JsonSerializable(typeof(WireDraft))]
[JsonSerializable(typeof(WireBatch<WireDraft>))]
[JsonSerializable(typeof(WireBatch<WirePair>))]
[JsonSerializable(typeof(WireBatch<WirePairs>))]
[JsonSerializable(typeof(WireBatch<WireLabelled>))]
[JsonSerializable(typeof(WirePage<WireLabel>))]
[JsonSerializable(typeof(WirePage<WireTo>))]
[JsonSerializable(typeof(WireOutcome))]
[JsonSerializable(typeof(WireSeriesAnswer))]
[JsonSerializable(typeof(WirePage<WireTaken>))]
internal sealed partial class HubSpotJson : JsonSerializerContext;
