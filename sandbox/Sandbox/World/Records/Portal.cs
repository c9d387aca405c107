using System.Diagnostics.CodeAnalysis;
using Dashboard.Sandbox.World.Events;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.World.Records;

public sealed record Owner(long Id, long? UserId, string? Email, string FirstName, string LastName, string Type, bool Archived, string? Team);

/// <summary>One HubSpot account: its people, definitions and records. Guarded by the world's lock.</summary>
public sealed class Portal(int hubId, string name, string domain, string uiDomain)
{
    private readonly Dictionary<string, RecordTable> tables = new(StringComparer.Ordinal);

    public int HubId { get; } = hubId;

    public string Name { get; } = name;

    public string Domain { get; } = domain;

    public string UiDomain { get; } = uiDomain;

    public List<ObjectType> Types { get; } = [];

    public List<Owner> Owners { get; } = [];

    public Dictionary<string, List<Pipeline>> Pipelines { get; } = new(StringComparer.Ordinal);

    /// <summary>What administrators made mandatory; gone with a reset.</summary>
    public List<WriteRule> Rules { get; } = [];

    /// <summary>How tasks repeat, by their ids.</summary>
    public Dictionary<long, TaskSeries> Series { get; } = [];

    public AssociationTypes AssociationTypes { get; } = new();

    public IEnumerable<RecordTable> Tables => tables.Values;

    public RecordTable this[ObjectType type] => tables[type.Id];

    public void AddType(ObjectType type, long firstId)
    {
        Types.Add(type);
        tables.Add(type.Id, new RecordTable(type, firstId));
    }

    public bool FindType(string inPath, [NotNullWhen(true)] out ObjectType? type)
    {
        type = Types.Find(candidate => candidate.Answers(inPath));
        return type is not null;
    }

    public ObjectType Type(string id) => tables[id].Type;

    public Record? Find(ObjectType type, long id) => tables[type.Id].Find(id);

    /// <summary>Associations to records of the type that are not in the recycling bin, by ascending id.</summary>
    public List<Link> LiveLinks(Record record, ObjectType type)
    {
        var live = new List<Link>(0);
        foreach (var link in record.Links)
        {
            if (ReferenceEquals(link.To, type) && Find(type, link.ToId) is { Archived: false })
            {
                live.Add(link);
            }
        }

        if (live.Count > 1)
        {
            live.Sort(static (left, right) => left.ToId != right.ToId ? left.ToId.CompareTo(right.ToId) : left.TypeId.CompareTo(right.TypeId));
        }

        return live;
    }

    public Owner? ActiveOwner(string? id) => Owners.Find(owner => !owner.Archived && owner.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == id);

    public IEnumerable<Owner> Users => Owners.Where(owner => owner is { Archived: false, Type: "PERSON", UserId: not null, Email: not null });
}
