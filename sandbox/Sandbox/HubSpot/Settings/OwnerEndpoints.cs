using System.Globalization;
using System.Text.Json;
using Dashboard.Sandbox.HubSpot.Wire;
using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Settings;

/// <summary>https://developers.hubspot.com/docs/api-reference/latest/crm/owners/guide</summary>
public static class OwnerEndpoints
{
    private const long Hired = 1_672_567_200_000;

    public static void Map(IEndpointRouteBuilder routes, Gateway gateway)
    {
        foreach (var prefix in new[] { "/crm/v3/owners", "/crm/owners/2026-03", "/crm/owners/2026-09" })
        {
            routes.MapGet(prefix, gateway.Guard(List, ["crm.objects.owners.read"]));
            routes.MapGet($"{prefix}/{{id}}", gateway.Guard(Read, ["crm.objects.owners.read"]));
        }
    }

    private static Answer List(Call call)
    {
        if (call.QueryNumber("limit", 100) is not (>= 1 and <= 500) || !long.TryParse(call.Query("after") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var after))
        {
            return Refusals.Validation("Invalid limit or paging cursor.");
        }

        var limit = call.QueryNumber("limit", 100)!.Value;
        var email = call.Query("email");
        var all = call.Portal.Owners.Where(owner => owner.Archived == call.QueryFlag("archived") && owner.Id > after
            && (email is null || string.Equals(owner.Email, email, StringComparison.OrdinalIgnoreCase))).OrderBy(owner => owner.Id).ToList();
        return Answer.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("results");
            all.Take(limit).ToList().ForEach(owner => Write(json, owner));
            json.WriteEndArray();
            if (all.Count > limit)
            {
                Paging.Write(json, Computed.Number(all[limit - 1].Id), call);
            }

            json.WriteEndObject();
        });
    }

    private static Answer Read(Call call)
    {
        var id = call.Route("id");
        var byUser = string.Equals(call.Query("idProperty"), "userId", StringComparison.OrdinalIgnoreCase);
        var owner = call.Portal.Owners.Find(candidate => candidate.Archived == call.QueryFlag("archived")
            && (byUser ? candidate.UserId : candidate.Id)?.ToString(CultureInfo.InvariantCulture) == id);
        return owner is null ? Refusals.NotFound() : Answer.Json(200, json => Write(json, owner));
    }

    private static void Write(Utf8JsonWriter json, Owner owner)
    {
        json.WriteStartObject();
        json.WriteString("id", Computed.Number(owner.Id));
        if (owner.Email is not null)
        {
            json.WriteString("email", owner.Email);
        }

        json.WriteString("type", owner.Type);
        json.WriteString("firstName", owner.FirstName);
        json.WriteString("lastName", owner.LastName);
        if (owner.UserId is { } user)
        {
            WriteUser(json, "userId", owner.Archived ? null : user);
            json.WriteNumber("userIdIncludingInactive", user);
        }

        json.WriteString("createdAt", Computed.Iso(Hired));
        json.WriteString("updatedAt", Computed.Iso(Hired));
        json.WriteBoolean("archived", owner.Archived);
        if (owner.Team is not null)
        {
            json.WriteStartArray("teams");
            json.WriteStartObject();
            json.WriteString("id", Computed.Number(100 + owner.Team.Length));
            json.WriteString("name", owner.Team);
            json.WriteBoolean("primary", true);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteUser(Utf8JsonWriter json, string name, long? user)
    {
        if (user is { } id)
        {
            json.WriteNumber(name, id);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
