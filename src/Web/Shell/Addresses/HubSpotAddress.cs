using System.Globalization;
using Dashboard.Application.Tasks;
using Dashboard.Infrastructure.HubSpot;

namespace Dashboard.Web.Shell.Addresses;

/// <summary>Where a record or a task has its page in HubSpot.</summary>
public sealed class HubSpotAddress(HubSpotOptions hubSpot)
{
    /// <summary>A task itself, by its object type id.</summary>
    public const string Task = "0-27";

    /// <returns>Null without a portal, and for a task that HubSpot has not named. https://developers.hubspot.com/docs/api-reference/latest/account/account-information/guide</returns>
    public string? Of(TaskDetails details, string objectType, long id)
    {
        if (details.HubId is not { } hub || ProvisionalIds.Is(id))
        {
            return null;
        }

        // A configured consent page other than HubSpot's own (the sandbox) stands for HubSpot's screens too.
        var origin = hubSpot.AuthorizeBase == new HubSpotOptions().AuthorizeBase ? $"https://{details.UiDomain}" : hubSpot.AuthorizeBase;
        return string.Create(CultureInfo.InvariantCulture, $"{origin.TrimEnd('/')}/contacts/{hub}/record/{objectType}/{id}");
    }
}
