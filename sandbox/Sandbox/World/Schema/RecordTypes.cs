using static Dashboard.Sandbox.World.Schema.Properties;

namespace Dashboard.Sandbox.World.Schema;

/// <summary>The record types tasks are associated with.</summary>
public static class RecordTypes
{
    public static ObjectType Contacts()
    {
        var type = new ObjectType("0-1", "contacts", "contact")
        {
            DefaultProperties = ["createdate", "email", "firstname", "hs_object_id", "lastmodifieddate", "lastname"],
            ReadScope = "crm.objects.contacts.read",
            WriteScope = "crm.objects.contacts.write",
            CreatedProperty = "createdate",
            ModifiedProperty = "lastmodifieddate",
            QueryProperties = ["firstname", "lastname", "email", "phone", "company"],
            DisplayProperty = "email",
        };
        AddAll(type, Text("firstname", "First name"), Text("lastname", "Last name"), Text("email", "Email", unique: true), Text("phone", "Phone number"), Text("jobtitle", "Job title"),
            Text("company", "Company name"), Text("city", "City"), Choice("lifecyclestage", "Lifecycle stage", ("lead", "Lead"), ("opportunity", "Opportunity"), ("customer", "Customer")),
            Text("country", "Country/Region"), Text("hs_country_region_code", "Country/Region Code"), Choice("hs_timezone", "Time Zone", Seed.Places.Zones));
        return type;
    }

    public static ObjectType Companies()
    {
        var type = new ObjectType("0-2", "companies", "company")
        {
            DefaultProperties = ["createdate", "domain", "hs_lastmodifieddate", "hs_object_id", "name"],
            ReadScope = "crm.objects.companies.read",
            WriteScope = "crm.objects.companies.write",
            CreatedProperty = "createdate",
            ModifiedProperty = "hs_lastmodifieddate",
            QueryProperties = ["name", "domain", "phone"],
            DisplayProperty = "name",
        };
        AddAll(type, Text("name", "Company name"), Text("domain", "Company domain name"), Text("phone", "Phone number"), Text("city", "City"), Text("industry", "Industry"),
            Amount("numberofemployees", "Number of employees"));
        return type;
    }

    public static ObjectType Deals()
    {
        var type = new ObjectType("0-3", "deals", "deal")
        {
            DefaultProperties = ["amount", "closedate", "createdate", "dealname", "dealstage", "hs_lastmodifieddate", "hs_object_id", "pipeline"],
            ReadScope = "crm.objects.deals.read",
            WriteScope = "crm.objects.deals.write",
            CreatedProperty = "createdate",
            ModifiedProperty = "hs_lastmodifieddate",
            QueryProperties = ["dealname", "description"],
            DisplayProperty = "dealname",
        };
        AddAll(type, Text("dealname", "Deal name"), Amount("amount", "Amount"), Moment("closedate", "Close date"), Choice("pipeline", "Pipeline", ("default", "Sales Pipeline")),
            Choice("dealstage", "Deal stage", ("appointmentscheduled", "Appointment Scheduled"), ("qualifiedtobuy", "Qualified To Buy"), ("presentationscheduled", "Presentation Scheduled"),
                ("decisionmakerboughtin", "Decision Maker Bought-In"), ("contractsent", "Contract Sent"), ("closedwon", "Closed Won"), ("closedlost", "Closed Lost")),
            Text("description", "Description"));
        return type;
    }

    public static ObjectType Tickets()
    {
        var type = new ObjectType("0-5", "tickets", "ticket")
        {
            DefaultProperties = ["content", "createdate", "hs_lastmodifieddate", "hs_object_id", "hs_pipeline", "hs_pipeline_stage", "hs_ticket_category", "hs_ticket_priority", "subject"],
            ReadScope = "tickets",
            WriteScope = "tickets",
            CreatedProperty = "createdate",
            ModifiedProperty = "hs_lastmodifieddate",
            QueryProperties = ["subject", "content"],
            RequiredProperties = ["hs_pipeline_stage"],
            DisplayProperty = "subject",
        };
        AddAll(type, Text("subject", "Ticket name"), Text("content", "Ticket description"), Choice("hs_pipeline", "Pipeline", ("0", "Support Pipeline")),
            Choice("hs_pipeline_stage", "Ticket status", ("1", "New"), ("2", "Waiting on contact"), ("3", "Waiting on us"), ("4", "Closed")),
            Choice("hs_ticket_category", "Category", ("PRODUCT_ISSUE", "Product Issue"), ("BILLING_ISSUE", "Billing Issue"), ("GENERAL_INQUIRY", "General Inquiry")),
            Choice("hs_ticket_priority", "Priority", ("LOW", "Low"), ("MEDIUM", "Medium"), ("HIGH", "High"), ("URGENT", "Urgent")));
        return type;
    }

    /// <summary>The custom object of the main portal: building sites.</summary>
    public static ObjectType Sites(string id, int hubId)
    {
        var type = new ObjectType(id, $"p{hubId}_site", "site")
        {
            Aliases = ["sites", $"p_site"],
            DefaultProperties = ["hs_createdate", "hs_lastmodifieddate", "hs_object_id"],
            ReadScope = "crm.objects.custom.read",
            WriteScope = "crm.objects.custom.write",
            CreatedProperty = "hs_createdate",
            ModifiedProperty = "hs_lastmodifieddate",
            QueryProperties = ["site_name", "site_code"],
            RequiredProperties = ["site_name"],
            DisplayProperty = "site_name",
        };
        AddAll(type, Custom(Text("site_name", "Site name")), Custom(Text("site_code", "Site code", unique: true)), Custom(Text("address", "Address")), Custom(Day("opened_on", "Opened on")));
        return type;
    }

    private static PropertyDefinition Custom(PropertyDefinition property) =>
        new(property.Name, property.Label, property.Type, property.FieldType) { HubSpotDefined = false, Unique = property.Unique };

    private static void AddAll(ObjectType type, params PropertyDefinition[] properties)
    {
        foreach (var property in properties)
        {
            type.Add(property);
        }

        AddCommon(type);
    }
}
