namespace Dashboard.Sandbox.World.Schema;

/// <param name="Inverse">The id of the same association seen from the other side.</param>
/// <param name="Name">The name the v3 paths use, like <c>task_to_contact</c>.</param>
public sealed record AssociationType(string From, string To, int Id, int Inverse, string Name, string? Label = null, string Category = "HUBSPOT_DEFINED");

/// <summary>
/// The association types of a portal. The default numbers are HubSpot's, see
/// https://developers.hubspot.com/docs/api-reference/latest/crm/associations/associate-records/guide
/// </summary>
public sealed class AssociationTypes
{
    private readonly List<AssociationType> types = [];

    public void Add(string from, string to, int id, int inverse, string name, string inverseName, string? label = null, string category = "HUBSPOT_DEFINED")
    {
        types.Add(new AssociationType(from, to, id, inverse, name, label, category));
        types.Add(new AssociationType(to, from, inverse, id, inverseName, label, category));
    }

    public bool Remove(string from, string to, int id) => types.RemoveAll(type =>
        (type.From == from && type.To == to && type.Id == id) || (type.From == to && type.To == from && type.Inverse == id)) > 0;

    public IEnumerable<AssociationType> Between(string from, string to) => types.Where(type => type.From == from && type.To == to);

    public AssociationType? Find(string from, string to, int id) => types.Find(type => type.From == from && type.To == to && type.Id == id);

    public AssociationType? Find(string from, string to, string idOrName) => types.Find(type => type.From == from && type.To == to
        && (type.Name == idOrName || type.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == idOrName));

    /// <summary>The unlabelled type of the pair, or null when the two types cannot be associated.</summary>
    public AssociationType? Default(string from, string to) => types.Find(type => type.From == from && type.To == to && type.Label is null);

    public int NextId => types.Max(type => type.Id) + 1;
}
