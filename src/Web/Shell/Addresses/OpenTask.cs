using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Shell.Addresses;

/// <summary>The task beside the page, whichever page it is: <c>?task=…</c> of the address.</summary>
public static class OpenTask
{
    public static long? In(string address) =>
        QueryHelpers.ParseQuery(new Uri(address).Query).TryGetValue("task", out var id)
        && long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var task) ? task : null;
}
