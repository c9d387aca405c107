using System.Globalization;
using Dashboard.Application.Tasks;
using Dashboard.Infrastructure.HubSpot;

namespace Dashboard.Web.Shell.Addresses;

/// <summary>Where HubSpot's own screens are. A configured consent page other than HubSpot's own (the sandbox) stands for them too.</summary>
public sealed class HubSpotAddress(HubSpotOptions hubSpot)
{
    /// <summary>A task itself, by its object type id.</summary>
    public const string Task = "0-27";

    private static readonly string Own = new HubSpotOptions().AuthorizeBase;

    /// <summary>The page of a record or a task.</summary>
    /// <returns>Null without a portal, and for a task that HubSpot has not named. https://developers.hubspot.com/docs/api-reference/latest/account/account-information/guide</returns>
    public string? Of(TaskDetails details, string objectType, long id) => details.HubId is not { } hub || ProvisionalIds.Is(id)
        ? null
        : Of(string.Create(CultureInfo.InvariantCulture, $"https://{details.UiDomain}/contacts/{hub}/record/{objectType}/{id}"));

    /// <param name="address">A whole one, on the portal's own domain.</param>
    public string? Of(string? address) => address is null || hubSpot.AuthorizeBase == Own
        ? address
        : hubSpot.AuthorizeBase.TrimEnd('/') + new Uri(address).PathAndQuery;
}
