using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Objects;

/// <summary>The type named in the path, and whether the token may read or write it.</summary>
public static class ObjectAccess
{
    public static Func<Call, Answer> Reading(Func<Call, ObjectType, Answer> handle) => call => Open(call, "type", write: false, handle);

    public static Func<Call, Answer> Writing(Func<Call, ObjectType, Answer> handle) => call => Open(call, "type", write: true, handle);

    public static Answer? Refuse(Call call, ObjectType type, bool write)
    {
        var scope = write ? type.WriteScope : type.ReadScope;
        return call.Grant.Scopes.Contains(scope) ? null : Refusals.MissingScopes([scope]);
    }

    private static Answer Open(Call call, string route, bool write, Func<Call, ObjectType, Answer> handle)
    {
        var name = call.Route(route);
        return call.Portal.FindType(name, out var type) ? Refuse(call, type, write) ?? handle(call, type) : Refusals.UnknownType(name);
    }
}
