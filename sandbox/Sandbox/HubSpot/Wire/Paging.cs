using System.Text.Json;

namespace Dashboard.Sandbox.HubSpot.Wire;

public static class Paging
{
    /// <param name="call">Given when the answer carries a link; search answers do not.</param>
    public static void Write(Utf8JsonWriter json, string after, Call? call = null)
    {
        json.WriteStartObject("paging");
        json.WriteStartObject("next");
        json.WriteString("after", after);
        if (call is not null)
        {
            json.WriteString("link", call.NextLink(after));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
