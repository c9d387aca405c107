using System.Globalization;
using Dashboard.Sandbox.HubSpot.Objects;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Events;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Associations;

/// <summary>The two object types of an association call, and the changes all address forms share.</summary>
public sealed record AssociationCall(Call Call, ObjectType From, ObjectType To)
{
    public Portal Portal => Call.Portal;

    /// <summary>Opens a call with <c>{from}</c> and <c>{to}</c> in its path. Both sides' scopes are needed.</summary>
    public static Func<Call, Answer> Of(bool write, Func<AssociationCall, Answer> handle) => call =>
    {
        var (fromName, toName) = (call.Route("from"), call.Route("to"));
        if (!call.Portal.FindType(fromName, out var from))
        {
            return Refusals.UnknownType(fromName);
        }

        return !call.Portal.FindType(toName, out var to)
            ? Refusals.UnknownType(toName)
            : ObjectAccess.Refuse(call, from, write) ?? ObjectAccess.Refuse(call, to, write) ?? handle(new AssociationCall(call, from, to));
    };

    public Record? FromRecord => Live(From, Call.Route("fromId"));

    public Record? ToRecord => Live(To, Call.Route("toId"));

    public Record? Live(ObjectType type, string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Portal.Find(type, number) is { Archived: false } record ? record : null;

    public AssociationType? Default => Portal.AssociationTypes.Default(From.Id, To.Id);

    /// <summary>The given labels take the place of the present ones; the unlabelled type always stays beside them.</summary>
    public void Associate(Record from, Record to, IReadOnlyList<int> typeIds, bool replace)
    {
        var wanted = typeIds.Concat(Default is { } plain ? [plain.Id] : []).Distinct().ToList();
        var present = from.Links.Where(link => ReferenceEquals(link.To, To) && link.ToId == to.Id).Select(link => link.TypeId).ToList();
        var surplus = replace ? present.Except(wanted).ToList() : [];
        if (surplus.Count > 0)
        {
            Commit(new Dissociated(From.Id, from.Id, To.Id, to.Id, surplus) { Portal = Portal.HubId, At = Call.Now, Method = Call.Method, Path = Call.Path });
        }

        var added = wanted.Except(present).ToList();
        if (added.Count > 0)
        {
            Commit(new Associated(From.Id, from.Id, To.Id, to.Id, added) { Portal = Portal.HubId, At = Call.Now, Method = Call.Method, Path = Call.Path });
        }
    }

    /// <param name="typeIds">Null removes all of the pair; so does naming the unlabelled type.</param>
    public void Dissociate(Record from, Record to, IReadOnlyList<int>? typeIds)
    {
        var all = typeIds is null || (Default is { } plain && typeIds.Contains(plain.Id));
        if (!Array.Exists(from.Links, link => ReferenceEquals(link.To, To) && link.ToId == to.Id && (all || typeIds!.Contains(link.TypeId))))
        {
            return;
        }

        Commit(new Dissociated(From.Id, from.Id, To.Id, to.Id, all ? null : typeIds) { Portal = Portal.HubId, At = Call.Now, Method = Call.Method, Path = Call.Path });
        if (!Array.Exists(from.Links, link => ReferenceEquals(link.To, To) && link.ToId == to.Id))
        {
            var (task, holder) = from.Type.Id == "0-27" ? (from, to) : (to, from);
            Pins.Drop(Call.World, Portal, task, holder, Author.Of(Call), Call.Now);
        }
    }

    private void Commit(WorldEvent happened) => Call.World.Commit(happened);
}
